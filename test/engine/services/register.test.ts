import assert from 'node:assert/strict'
import { test } from 'node:test'
import { abdRegister, abdRegisterOneWriter } from '../../../algorithms/index.ts'
import {
  createObject,
  type HistoryEvent,
  InputError,
  linearizable,
  registers,
  sequentiallyConsistent,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { historyOf } from '../../helpers/run.ts'

const { linearizability } = registers.atomic.properties
const { sequentialConsistency } = registers.sequential.properties

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

const step = fc.tuple(fc.nat(3), fc.boolean())

/** Holds a property to the verdicts of a search for a legal order, on histories with a few lies. */
function agree(
  name: 'atomic' | 'sequential',
  search: typeof linearizable,
  length: number,
  numRuns: number,
): void {
  const [property] = Object.values(registers[name].properties)
  const lies = fc.array(fc.tuple(fc.nat(20), fc.nat(30)), { minLength: 1, maxLength: 5 })
  const verdicts = { holds: 0, wrong: 0 }
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: length, size: 'max' }), lies, (steps, told) => {
      const history = historyFrom(steps, new Map(told))
      const { kind } = search(history, createObject('register'))
      if (kind === 'undecided') return
      const found = property!.check(history, 4)
      assert.equal(found === true, kind === 'holds', `${found}`)
      verdicts[kind]++
    }),
    { numRuns },
  )
  assert.ok(Math.min(verdicts.holds, verdicts.wrong) > 30, JSON.stringify(verdicts))
}

test('whether a register is linearizable whose values differ is what a search for a legal order says', () => {
  agree('atomic', linearizable, 70, 200)
})

test('whether it is sequentially consistent, too', () => {
  agree('sequential', sequentiallyConsistent, 50, 800)
})

/** A history of operations that are answered at once, one after the other. */
const oneAfterTheOther = (
  operations: readonly (readonly [processor: number, operation: string, value: number])[],
) =>
  operations.flatMap(([processor, operation, value], id): HistoryEvent[] => [
    {
      kind: 'invocation',
      id,
      processor,
      time: id,
      operation,
      ...(operation === 'write' && { argument: value }),
    },
    { kind: 'response', id, processor, time: id, ...(operation === 'read' && { result: value }) },
  ])
const numbers = Array.from({ length: 500 }, (_, i) => i + 1)

test('sequential consistency forgets what all know to be replaced, and takes no other value for it', () => {
  // p_0 and p_1 write 1, 2, 3 … by turns, each of which p_2 reads; then it reads an earlier one again, or the last.
  const check = (again: number) =>
    sequentialConsistency!.check(
      oneAfterTheOther([
        ...numbers.flatMap((value) => [[value % 2, 'write', value] as const, [2, 'read', value] as const]),
        [2, 'read', again],
      ]),
      3,
    )
  assert.equal(check(500), true)
  // 500 is the last of p_0 and 499 that of p_1, so that 498 is replaced for all.
  assert.match(
    String(check(1)),
    /^p_2 reads 1 at time 1000, which nobody has written, or all know to be replaced$/,
  )
  assert.match(
    String(check(499)),
    /^p_2 reads 499 at time 1000 when it knows 500, which must stand after 499$/,
  )
})

test('a processor may read everything long after all others', () => {
  const late = (values: readonly number[]) =>
    sequentialConsistency!.check(
      oneAfterTheOther([
        ...numbers.map((value) => [0, 'write', value] as const),
        ...values.map((value) => [1, 'read', value] as const),
      ]),
      2,
    )
  assert.equal(late(numbers), true)
  assert.match(String(late([1, 3, 2])), /^p_1 reads 2 at time 502 when it knows 3, which must stand after 2$/)
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
