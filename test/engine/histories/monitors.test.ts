import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createObject,
  firstWrong,
  type History,
  linearizabilityMonitor,
  linearizable,
  operationsOf,
  regular,
  safe,
} from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { isLinearizable } from './brute-force.ts'
import { generatedHistory } from './generated.ts'

const kinds = [
  ['register:initial=0', (operation: string, value: number) => (operation === 'cas' ? [value, 1] : value)],
  ['stack', (_: string, value: number) => value],
  ['queue', (_: string, value: number) => value],
  ['counter', () => undefined],
  [
    'snapshot:n=3,initial=0',
    (operation: string, value: number) => (operation === 'scan' ? undefined : value),
  ],
] as const

for (const [spec, argument] of kinds)
  test(`${spec}: the monitor reads exactly the linearizable histories to their ends, by the definition and by the search`, () => {
    const object = createObject(spec)
    fc.assert(
      fc.property(generatedHistory({ object, argument }, 5), (history) => {
        const place = firstWrong(history, linearizabilityMonitor(object))
        assert.equal(place === null, isLinearizable(history, object))
        assert.equal(place === null, linearizable(history, object).kind === 'holds')
        // The event at which it is wrong is the first one: the history before it is right.
        if (place !== null) assert.ok(isLinearizable(history.slice(0, place), object))
      }),
      { numRuns: 300 },
    )
  })

/** One turn: a processor asks, or is answered with a value. */
const turns = fc.array(fc.record({ processor: fc.nat(2), value: fc.nat(3) }), { maxLength: 14 })

/** Histories of a register that p_0 writes and the others read. */
const registerHistories: fc.Arbitrary<History> = turns.map((list) => {
  const pending = new Map<number, number>()
  return list.map(({ processor, value }, time) => {
    const id = pending.get(processor)
    if (id === undefined) {
      pending.set(processor, time)
      const operation = processor === 0 ? { operation: 'write', argument: value } : { operation: 'read' }
      return { kind: 'invocation', processor, time, id: time, ...operation }
    }
    pending.delete(processor)
    return { kind: 'response', processor, time, id, ...(processor > 0 && { result: value }) }
  })
})

/** Lamport's definitions, word by word. */
function expected(history: History): { readonly regular: boolean; readonly safe: boolean } {
  const operations = operationsOf(history)
  const writes = operations.filter(({ operation }) => operation === 'write')
  const reads = operations.filter((each) => each.operation === 'read' && Number.isFinite(each.responded))
  const judged = reads.map((read) => {
    const before = writes.filter(({ responded }) => responded < read.invoked).at(-1)?.argument ?? 0
    const overlapping = writes.filter(
      (each) => each.responded > read.invoked && each.invoked < read.responded,
    )
    const allowed = [before, ...overlapping.map((each) => each.argument)]
    return {
      regular: allowed.includes(read.result),
      safe: overlapping.length > 0 || read.result === before,
    }
  })
  return { regular: judged.every((one) => one.regular), safe: judged.every((one) => one.safe) }
}

test('a history is regular, and safe, where the definitions say so', () => {
  const initial = { initial: 0 }
  fc.assert(
    fc.property(registerHistories, (history) => {
      const due = expected(history)
      assert.equal(regular(history, initial).kind === 'holds', due.regular)
      assert.equal(safe(history, initial).kind === 'holds', due.safe)
    }),
    { numRuns: 2000 },
  )
})

test('two writes at a time are refused: for them nothing is defined', () => {
  const history: History = [0, 1].map((processor) => ({
    kind: 'invocation',
    processor,
    time: processor,
    id: processor,
    operation: 'write',
    argument: 1,
  }))
  assert.throws(() => regular(history, { initial: 0 }), /p_1 writes while p_0 does/)
})
