/** Registers that are not as consistent as they are held to be, each with an execution that shows it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abdRegisterOneWriter, dsmScLocalRead, dsmScLocalWrite } from '../../../algorithms/index.ts'
import { type AnyAlgorithm, type Departure, delays, registers } from '../../../engine/index.ts'
import { runCell } from '../../helpers/run.ts'
import { withDelays } from '../../helpers/with-delays.ts'
import { withoutWriteBack } from '../../helpers/without-write-back.ts'

/** The update of p_0 is under way for a unit, and so is the question of p_2 to p_0; all else takes 0.1. */
const slow = ({ sender, receiver, message: { type } }: Departure): number =>
  (sender === 0 && type === 'update') || (sender === 2 && receiver === 0) ? 1 : 0.1
const inversion = 'given:0.write(7)@0+1.read@0.1+2.read@0.35'

test('ABD needs the write-back: without it, a second reader finds an older value than the first', () => {
  // By hand: p_1 asks p_0 at 0.1 and reads 7 at 0.3. p_2 asks at 0.35, and p_1, which keeps nothing of what it has read, tells
  // it null at 0.55.
  const { outcome } = withDelays(withoutWriteBack as unknown as AnyAlgorithm, 3, inversion, slow).execution
  assert.equal(outcome.kind, 'violated')
  assert.match(
    JSON.stringify(outcome),
    /linearizability.*p_2 reads null at time 0\.5.*, which 7 had replaced before it asked/,
  )
  const kept = withDelays(abdRegisterOneWriter as unknown as AnyAlgorithm, 3, inversion, slow)
  assert.equal(kept.execution.outcome.kind, 'quiescent')
  const last = kept.history.findLast(({ kind, processor }) => kind === 'response' && processor === 2)
  assert.equal((last as { result: unknown }).result, 7)
})

test('a search among random executions finds it, too', () => {
  const names = delays.entries
    .map(({ name }) => name)
    .filter((name) => /uniform|pareto|bimodal|starve/.test(name))
  const violated = (algorithm: object) =>
    names.flatMap((delay) =>
      [1, 2, 3, 4, 5, 6].filter((seed) => {
        const parts = { topology: 'complete', n: 5, delay, workload: 'closed:operations=20,mean=0.3', seed }
        return runCell(algorithm as AnyAlgorithm, parts).execution.outcome.kind === 'violated'
      }),
    ).length
  assert.ok(violated(withoutWriteBack) > 0)
  assert.equal(violated(abdRegisterOneWriter), 0)
})

const heldTo = (algorithm: object, to: keyof typeof registers): AnyAlgorithm =>
  ({ ...algorithm, service: registers[to] }) as AnyAlgorithm

test('local reads are not linearizable: p_1 reads the initial value after p_0 has written', () => {
  const workload = 'given:0.write(7)@0+1.read@0.5'
  const { outcome } = withDelays(heldTo(dsmScLocalRead, 'atomic'), 2, workload, () => 1).execution
  assert.match(JSON.stringify(outcome), /linearizability.*p_1 reads null at time 0\.5/)
  assert.equal(
    withDelays(dsmScLocalRead as unknown as AnyAlgorithm, 2, workload, () => 1).execution.outcome.kind,
    'quiescent',
  )
})

test('local writes need channels that are first in, first out: otherwise two of one processor change places', () => {
  // The first write takes 1 to the sequencer and the second 0.2, so that p_0 reads 8 at 0.5 and 7 at 1.2, while p_1 wrote 7
  // before 8.
  const workload = 'given:1.write(7)@0+1.write(8)@0.1+0.read@0.5+0.read@1.2'
  const overtaking = ({ time }: Departure): number => (time === 0 ? 1 : 0.2)
  const { fifo, ...requires } = dsmScLocalWrite.requires
  assert.equal(fifo, true)
  const without = { ...dsmScLocalWrite, requires } as unknown as AnyAlgorithm
  assert.match(
    JSON.stringify(withDelays(without, 2, workload, overtaking).execution.outcome),
    /"violated","property":"sequentialConsistency"/,
  )
  const kept = withDelays(dsmScLocalWrite as unknown as AnyAlgorithm, 2, workload, overtaking)
  assert.equal(kept.execution.outcome.kind, 'quiescent')
})
