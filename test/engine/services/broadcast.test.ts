import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fifoBroadcast } from '../../../algorithms/index.ts'
import { broadcasts, type History, type HistoryEvent, InputError } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { runCell } from '../../helpers/run.ts'

const broadcast = (processor: number, value: number): HistoryEvent => ({
  kind: 'invocation',
  id: value,
  processor,
  time: 0,
  operation: 'broadcast',
  argument: value,
})
const deliver = (processor: number, from: number, value: number): HistoryEvent => ({
  kind: 'output',
  processor,
  time: 1,
  output: 'deliver',
  value: { from, value },
})
const { integrity, everywhere } = broadcasts.reliable.properties

test('integrity: what is delivered was broadcast, by that one, and comes once', () => {
  const check = (...history: HistoryEvent[]) => integrity!.check(history, 2)
  assert.equal(check(broadcast(0, 7), deliver(1, 5, 7), deliver(0, 5, 7)), true)
  assert.equal(
    check(deliver(1, 0, 7), broadcast(0, 7)),
    'p_1 delivers 7 at time 1, which nobody has broadcast or everyone has delivered',
  )
  assert.equal(
    check(broadcast(0, 7), deliver(1, 0, 7), deliver(1, 0, 7)),
    'p_1 delivers 7 of p_0 at time 1 for the second time',
  )
  // Names are those of processors: two may not have the same, and one not two.
  const wrongName = 'p_1 delivers 8 of p_1 at time 1 as if it were of 5'
  assert.equal(check(broadcast(0, 7), broadcast(1, 8), deliver(1, 5, 7), deliver(1, 5, 8)), wrongName)
  assert.equal(
    check(broadcast(0, 7), deliver(1, 5, 7), deliver(0, 6, 7)),
    'p_0 delivers 7 of p_0 at time 1 as if it were of 6',
  )
})

test('everything is delivered everywhere in the end', () => {
  const history = [broadcast(0, 7), deliver(0, 0, 7)]
  assert.equal(everywhere!.check(history, 2), 'p_1 never delivers 7, which p_0 has broadcast')
  assert.equal(everywhere!.check([...history, deliver(1, 0, 7)], 2), true)
})

/** Histories of three processors in which each delivers each broadcast once, after it was broadcast, in some order. */
const histories = fc
  .array(fc.nat(2), { minLength: 1, maxLength: 4 })
  .chain((senders) => {
    const events = senders.flatMap((sender, value) => [
      broadcast(sender, value),
      ...[0, 1, 2].map((p) => deliver(p, sender, value)),
    ])
    return fc.shuffledSubarray(events, { minLength: events.length })
  })
  .filter((history) =>
    history.every(
      (event, i) =>
        event.kind !== 'output' ||
        history.slice(0, i).some((other) => other.kind === 'invocation' && other.argument === valueIn(event)),
    ),
  )

const valueIn = (event: HistoryEvent): unknown =>
  event.kind === 'output'
    ? (event.value as { value: unknown }).value
    : (event as { argument: unknown }).argument

/** The orders by their definitions: which broadcasts must come before which. */
function wanted(history: History, causal: boolean): (first: unknown, then: unknown) => boolean {
  const sends = history.filter(({ kind }) => kind === 'invocation')
  const place = (kind: string, p: number, value: unknown) =>
    history.findIndex((event) => event.kind === kind && event.processor === p && valueIn(event) === value)
  const direct = (a: HistoryEvent, b: HistoryEvent): boolean => {
    const at = place('invocation', b.processor, valueIn(b))
    if (a.processor === b.processor) return place('invocation', a.processor, valueIn(a)) < at
    return causal && place('output', b.processor, valueIn(a)) < at
  }
  const reaches = (a: HistoryEvent, b: HistoryEvent): boolean =>
    direct(a, b) || sends.some((c) => c !== a && c !== b && direct(a, c) && reaches(c, b))
  const of = (value: unknown) => sends.find((event) => valueIn(event) === value)!
  return (first, then) => reaches(of(first), of(then))
}

const orderAt = (history: History, p: number): unknown[] =>
  history.filter(({ kind, processor }) => kind === 'output' && processor === p).map(valueIn)

test('FIFO, causal and total order are what their definitions say of every pair', () => {
  const seen = { fifo: new Set<boolean>(), causal: new Set<boolean>(), total: new Set<boolean>() }
  fc.assert(
    fc.property(histories, (history) => {
      const orders = [0, 1, 2].map((p) => orderAt(history, p))
      const respects = (before: (a: unknown, b: unknown) => boolean): boolean =>
        orders.every((order) => order.every((b, i) => order.slice(i + 1).every((a) => !before(a, b))))
      const right = {
        fifo: respects(wanted(history, false)),
        causal: respects(wanted(history, true)),
        total: orders.every((order) => order.join() === orders[0]!.join()),
      }
      for (const name of ['fifo', 'causal', 'total'] as const) {
        const found = broadcasts[name].properties[`${name}Order`]!.check(history, 3)
        assert.equal(found === true, right[name], `${name}: ${found}`)
        seen[name].add(right[name])
      }
    }),
    { numRuns: 2000 },
  )
  for (const verdicts of Object.values(seen)) assert.equal(verdicts.size, 2)
})

test('broadcasts are told apart by their values, so workloads that repeat one or leave it out are refused', () => {
  const asked = (workload: string) => () =>
    runCell(fifoBroadcast, { topology: 'complete', n: 3, seed: 1, workload })
  const refused = (workload: string, message: RegExp) => {
    assert.throws(asked(workload), (error) => error instanceof InputError && message.test(error.message))
  }
  refused(
    'closed:values=bit',
    /^workload closed: values=bit, but fifo-broadcast tells one broadcast from another by its value; leave it out$/,
  )
  refused('given:0.broadcast(1)@0+1.broadcast(1)@2', /broadcast\(1\) stands there twice/)
  refused('given:0.broadcast@0', /0\.broadcast has no value; write 0\.broadcast\(7\)@0$/)
  asked('closed:values=distinct')()
})
