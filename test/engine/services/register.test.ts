import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abdRegister, abdRegisterOneWriter } from '../../../algorithms/index.ts'
import {
  createObject,
  type HistoryEvent,
  InputError,
  linearizable,
  registers,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { historyOf } from '../../helpers/run.ts'

const { linearizability } = registers.atomic.properties

/** What a processor is doing. */
interface Doing {
  readonly id: number
  readonly writes: boolean
  result: number | null | undefined
}

/**
 * The history of a right register in which, step by step, a processor asks, has its operation take effect, or answers.
 * At the answers listed, a reader gives any of the values that were written instead.
 */
function historyFrom(
  steps: readonly (readonly [processor: number, writes: boolean])[],
  lies: ReadonlyMap<number, number>,
): HistoryEvent[] {
  const history: HistoryEvent[] = []
  const doing: (Doing | undefined)[] = []
  let [value, written, asked, answered] = [null as number | null, 0, 0, 0]
  for (const [time, [processor, writes]] of steps.entries()) {
    const at = { processor, time }
    const it = doing[processor]
    if (it === undefined) {
      const id = asked++
      doing[processor] = { id, writes, result: undefined }
      const argument = writes ? { argument: ++written } : {}
      history.push({ ...at, kind: 'invocation', id, operation: writes ? 'write' : 'read', ...argument })
      if (writes) doing[processor].result = written
    } else if (it.writes && it.result !== undefined) {
      value = it.result
      it.result = undefined
    } else if (!it.writes && it.result === undefined) {
      it.result = value
    } else {
      const lie = lies.get(answered++)
      const result = lie === undefined || written === 0 ? it.result : 1 + (lie % written)
      history.push({ ...at, kind: 'response', id: it.id, ...(!it.writes && { result }) })
      doing[processor] = undefined
    }
  }
  return history
}

test('a register whose values differ is followed to the verdict of a search for a legal order', () => {
  const step = fc.tuple(fc.nat(3), fc.boolean())
  const lies = fc.array(fc.tuple(fc.nat(20), fc.nat(30)), { maxLength: 2 })
  const verdicts = { holds: 0, wrong: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 70, size: 'max' }), lies, (steps, told) => {
      const history = historyFrom(steps, new Map(told))
      const { kind } = linearizable(history, createObject('register'))
      const found = linearizability!.check(history, 4)
      assert.equal(found === true, kind === 'holds', `${found}`)
      if (kind !== 'undecided') verdicts[kind]++
    }),
    { numRuns: 300 },
  )
  assert.ok(Math.min(verdicts.holds, verdicts.wrong) > 30, JSON.stringify(verdicts))
})

test('what is read too late, and what nobody has written, is said', () => {
  const ask = (processor: number, id: number, value?: number): HistoryEvent => ({
    kind: 'invocation',
    id,
    processor,
    time: id,
    operation: value === undefined ? 'read' : 'write',
    ...(value !== undefined && { argument: value }),
  })
  const answer = (processor: number, id: number, result?: number): HistoryEvent => ({
    kind: 'response',
    id,
    processor,
    time: id + 0.5,
    ...(result !== undefined && { result }),
  })
  const check = (...history: HistoryEvent[]) => linearizability!.check(history, 2)
  // p_1 writes 8 while p_0 writes 7; both are answered, then 8 is read, so 7 came first; then 7 must not be read.
  const both = [ask(0, 0, 7), ask(1, 1, 8), answer(0, 0), answer(1, 1)]
  assert.equal(check(...both, ask(0, 2), answer(0, 2, 8), ask(1, 3), answer(1, 3, 8)), true)
  assert.equal(
    check(...both, ask(0, 2), answer(0, 2, 8), ask(1, 3), answer(1, 3, 7)),
    'p_1 reads 7 at time 3.5, which nobody has written, or another value had replaced before it asked',
  )
  assert.equal(
    check(ask(0, 0), answer(0, 0, 9)),
    'p_0 reads 9 at time 0.5, which nobody has written, or another value had replaced before it asked',
  )
})

const cell = { topology: 'complete', n: 4, seed: 2, inputs: 'root=2', delay: 'uniform' } as const

test('only the root is asked to write where there is one writer', () => {
  const asked = (workload: string) =>
    historyOf(abdRegisterOneWriter, { ...cell, workload }).history.filter(({ kind }) => kind === 'invocation')
  const writers = asked('closed:operations=20').flatMap((event) =>
    event.kind === 'invocation' && event.operation === 'write' ? [event.processor] : [],
  )
  assert.deepEqual([...new Set(writers)], [2])
  // The others read alone, as often as they are asked, and nothing if only writes are wanted.
  assert.equal(asked('closed:operations=20').length, 80)
  assert.equal(asked('closed:operations=20,mix=write:1').length, 20)
  assert.throws(
    () => asked('given:1.write(7)@0'),
    (error) =>
      error instanceof InputError &&
      error.message ===
        'workload given: p_1 is asked for write, but only the root is, p_2; choose it with inputs root=1',
  )
})

test('where all may write, the shares of operations are those of the mix', () => {
  const { history } = historyOf(abdRegister, {
    ...cell,
    workload: 'closed:operations=500,mix=read:3+write:1',
  })
  const writes = history.filter((event) => event.kind === 'invocation' && event.operation === 'write').length
  // 2000 draws with probability 1/4: mean 500, standard deviation 19.4.
  assert.ok(Math.abs(writes - 500) < 80, `${writes}`)
})
