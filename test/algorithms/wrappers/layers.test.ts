import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dsmLinearizable,
  dsmScLocalRead,
  echo,
  fifoBroadcast,
  floodingBroadcast,
  reliableBroadcastEager,
  totalOrderSequencer,
  totalOrderSymmetric,
} from '../../../algorithms/index.ts'
import { type AnyAlgorithm, broadcasts, InputError, over } from '../../../engine/index.ts'
import {
  assertRightInAllExecutions,
  confirmedViolation,
  numbered,
  type Use,
} from '../../helpers/explored-service.ts'
import { historyOf, runCell, type Seeded, violations } from '../../helpers/run.ts'

/** Messages by type and the longest delivery, where every delay is 1 on a complete graph and nothing goes wrong. */
function costs(algorithm: AnyAlgorithm, parts: Seeded) {
  const judged = runCell(algorithm, { topology: 'complete', delay: 'constant', ...parts })
  assert.deepEqual(violations(judged), [])
  const { messagesByType, operations } = judged.execution.measures
  return { ...messagesByType, delivery: operations!.delivery }
}

test('FIFO and causal order on eager broadcast send nothing but what eager broadcast sends: n(n − 1) each', () => {
  // By hand: four processors broadcast once each, 4 · 4 · 3 = 48 messages, each delivered after one unit.
  const workload = 'once'
  for (const specs of ['fifo-order', 'fifo-order+causal-order'])
    assert.deepEqual(costs(over(reliableBroadcastEager, specs), { n: 4, seed: 1, workload }), {
      carried: 48,
      delivery: 1,
    })
})

test('one broadcast among four, put in order by timestamps: the three others tell theirs', () => {
  // By hand: the broadcast is flooded with 2m − (n − 1) = 9 messages, and so are 3 timestamps of those who see a larger one
  // than their own. It arrives after one unit, they do after two.
  const once = { n: 4, seed: 1, workload: 'once:k=1' }
  assert.deepEqual(costs(over(floodingBroadcast, 'fifo-order+timestamp-order'), once), {
    carried: 9,
    clock: 27,
    delivery: 2,
  })
})

test('one broadcast among four, put in order by the root: it broadcasts a number, but for its own', () => {
  // By hand: flooding sends 9, and 9 again for the number, which is there after two units. The root’s own has its number along.
  for (let processor = 0; processor < 4; processor++) {
    const { instance } = runCell(floodingBroadcast, { n: 4, seed: 1, topology: 'complete' }).execution.final
    const workload = `given:${processor}.broadcast(1)@0`
    const expected =
      processor === instance.root
        ? { carried: 9, number: 0, delivery: 1 }
        : { carried: 9, number: 9, delivery: 2 }
    assert.deepEqual(
      costs(over(floodingBroadcast, 'sequencer-order'), { n: 4, seed: 1, workload }),
      expected,
      `${processor}`,
    )
  }
})

test('memory over an order of all costs what the same memory costs that was written in one piece', () => {
  // Two implementations of each: as layers, and as algorithms of the catalogue.
  for (const [whole, layer, below] of [
    [dsmLinearizable, 'linearizable-memory', totalOrderSequencer],
    [dsmScLocalRead, 'local-reads', totalOrderSequencer],
  ] as const)
    for (let seed = 0; seed < 20; seed++) {
      const cell: Seeded = { topology: 'complete', n: 5, seed, delay: 'per-link', workload: 'closed' }
      const [one, other] = [historyOf(whole, cell), historyOf(over(below, layer), cell)]
      assert.deepEqual(violations(other), [])
      assert.deepEqual(other.history, one.history, layer)
      assert.equal(other.execution.measures.messages, one.execution.measures.messages)
    }
})

test('timestamps over channels that are first in, first out, and over FIFO broadcast are the same algorithm', () => {
  for (let seed = 0; seed < 20; seed++) {
    const cell: Seeded = { topology: 'complete', n: 5, seed, delay: 'constant', workload: 'open:rate=1' }
    const [one, other] = [totalOrderSymmetric, over(fifoBroadcast, 'timestamp-order')].map((algorithm) =>
      historyOf(algorithm, cell),
    )
    assert.equal(other!.execution.measures.messages, one!.execution.measures.messages)
    assert.deepEqual(other!.execution.measures.operations, one!.execution.measures.operations)
  }
})

const all = [
  ['fifo-order', 'fifo'],
  ['fifo-order+causal-order', 'causal'],
  ['fifo-order+timestamp-order', 'causalTotal'],
  ['sequencer-order', 'total'],
  ['fifo-order+sequencer-order', 'causalTotal'],
] as const

for (const [specs, service] of all)
  test(`${specs}: whatever two and three broadcast is delivered everywhere in ${service} order, in all executions`, () => {
    for (const [below, counts] of [
      [floodingBroadcast, [1, 1]],
      [floodingBroadcast, [2, 1]],
      [fifoBroadcast, [1, 1, 0]],
    ] as const)
      assertRightInAllExecutions(over(below, specs), numbered(counts, 'broadcast'))
    assert.equal(over(floodingBroadcast, specs).service, broadcasts[service])
  })

test('registers on a total order are right in all executions of two that write and read', () => {
  const asked: Use = {
    topology: 'complete',
    calls: [
      [{ operation: 'write', argument: 1 }, { operation: 'read' }],
      [{ operation: 'write', argument: 2 }, { operation: 'read' }],
    ],
  }
  for (const specs of [
    'sequencer-order+linearizable-memory',
    'timestamp-order+linearizable-memory',
    'sequencer-order+local-reads',
    'timestamp-order+local-writes',
  ])
    assertRightInAllExecutions(over(fifoBroadcast, specs), asked)
})

test('an order that is not put there is not kept: exploration finds who breaks it', () => {
  const heldTo = (specs: string, to: keyof typeof broadcasts): AnyAlgorithm =>
    ({ ...over(fifoBroadcast, specs), service: broadcasts[to] }) as AnyAlgorithm
  assert.equal(
    confirmedViolation(heldTo('fifo-order', 'causal'), numbered([1, 1, 0], 'broadcast')).property,
    'causalOrder',
  )
  assert.equal(
    confirmedViolation(heldTo('causal-order', 'total'), numbered([1, 1], 'broadcast')).property,
    'totalOrder',
  )
})

test('a layer on what does not bear it is refused in one line that says what goes between', () => {
  const refused = (algorithm: AnyAlgorithm, specs: string, message: string) =>
    assert.throws(() => over(algorithm, specs), new InputError(message))
  refused(echo, 'fifo-order', 'fifo-order does not wrap echo: it offers no broadcasts')
  refused(
    reliableBroadcastEager,
    'causal-order',
    'causal-order does not wrap reliable-broadcast-eager: its broadcasts of one sender may change places (put their order between, as in fifo-order+causal-order)',
  )
  refused(
    fifoBroadcast,
    'local-reads',
    'local-reads does not wrap fifo-broadcast: its broadcasts come in no order that is the same for all (put one between, as in sequencer-order+local-reads)',
  )
  refused(
    totalOrderSequencer,
    'local-writes',
    'local-writes does not wrap total-order-sequencer: its broadcasts of one sender may change places (put their order between, as in fifo-order+local-writes)',
  )
})
