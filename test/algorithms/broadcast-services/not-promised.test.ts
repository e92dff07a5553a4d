/** Orders that algorithms do not promise, each with an execution in which it is not kept. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  causalBroadcast,
  fifoBroadcast,
  reliableBroadcastEager,
  skeen,
  totalOrderSequencer,
} from '../../../algorithms/index.ts'
import { type AnyAlgorithm, broadcasts, delays } from '../../../engine/index.ts'
import { runCell } from '../../helpers/run.ts'
import { withDelays } from '../../helpers/with-delays.ts'

const held = (algorithm: AnyAlgorithm, to: keyof typeof broadcasts): AnyAlgorithm =>
  ({ ...algorithm, service: broadcasts[to] }) as AnyAlgorithm

test('FIFO is not causal: an answer comes before the question', () => {
  // p_1 delivers 7 at 0.25 and answers 8 at 0.5, which p_2 has at 0.75, while 7 takes 1 to p_2. Nobody broadcasts twice.
  const question = 'given:0.broadcast(7)@0+1.broadcast(8)@0.5'
  const slow = ({ sender, receiver }: { sender: number; receiver: number }) =>
    sender === 0 && receiver === 2 ? 1 : 0.25
  assert.deepEqual(withDelays(held(fifoBroadcast, 'causal'), 3, question, slow).execution.outcome, {
    kind: 'violated',
    property: 'causalOrder',
    reason: 'p_2 delivers 8 of p_1 at time 0.75, but not before it what p_0 had broadcast and p_1 knew',
    where: 'after comp(2) at 0.75',
  })
  assert.equal(withDelays(fifoBroadcast, 3, question, slow).execution.outcome.kind, 'quiescent')
  assert.equal(withDelays(causalBroadcast, 3, question, slow).execution.outcome.kind, 'quiescent')
})

test('causal is not total: two that know nothing of each other deliver their own first', () => {
  const workload = 'given:0.broadcast(7)@0+1.broadcast(8)@0'
  assert.deepEqual(withDelays(held(causalBroadcast, 'total'), 2, workload, () => 1).execution.outcome, {
    kind: 'violated',
    property: 'totalOrder',
    reason: 'p_1 delivers 8 of p_1 at time 0 where p_0 has delivered 7',
    where: 'after comp(1) at 0',
  })
})

test('total is not FIFO: the second request of a processor overtakes its first on the way to the sequencer', () => {
  const workload = 'given:1.broadcast(7)@0+1.broadcast(8)@0.5'
  const overtaking = ({ time }: { time: number }) => (time === 0 ? 1 : 0.25)
  const { outcome } = withDelays(held(totalOrderSequencer, 'fifo'), 2, workload, overtaking).execution
  assert.deepEqual(outcome, {
    kind: 'violated',
    property: 'fifoOrder',
    reason: 'p_0 delivers 8 of p_1 at time 0.75 before what p_1 broadcast earlier',
    where: 'after comp(0) at 0.75',
  })
  assert.equal(withDelays(totalOrderSequencer, 2, workload, overtaking).execution.outcome.kind, 'quiescent')
})

/** How many of some executions with every delay violate what the algorithm is held to. */
function violating(algorithm: AnyAlgorithm): number {
  const names = delays.entries.map(({ name }) => name)
  const usable = names.filter((name) => !/^(distance|worst|matrix|sampled|table|constant)$/.test(name))
  const runs = usable.flatMap((delay) =>
    [1, 2, 3].map((seed) =>
      runCell(algorithm, { topology: 'complete', n: 5, delay, workload: 'closed:mean=0.1', seed }),
    ),
  )
  return runs.filter(({ execution }) => execution.outcome.kind === 'violated').length
}

test('a search among random executions finds each order broken by those that do not promise it, and by no others', () => {
  const expected = [
    [reliableBroadcastEager, 'fifo'],
    [reliableBroadcastEager, 'total'],
    [fifoBroadcast, 'causal'],
    [causalBroadcast, 'total'],
    [totalOrderSequencer, 'fifo'],
    [totalOrderSequencer, 'causal'],
    [skeen, 'fifo'],
    [skeen, 'causal'],
  ] as const
  for (const [algorithm, order] of expected) {
    assert.ok(violating(held(algorithm as AnyAlgorithm, order)) > 0, `${algorithm.name}, ${order}`)
    assert.equal(violating(algorithm as AnyAlgorithm), 0, algorithm.name)
  }
  // Causal order implies that of each sender.
  assert.equal(violating(held(causalBroadcast as unknown as AnyAlgorithm, 'fifo')), 0)
})
