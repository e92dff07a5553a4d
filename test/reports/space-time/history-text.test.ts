import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readHistory } from '../../../engine/index.ts'
import { drawHistory, historyLines } from '../../../reports/index.ts'

const told = (...events: readonly object[]) =>
  readHistory('told', events.map((event) => JSON.stringify(event)).join('\n'))

const overlapping = told(
  { process: 0, type: 'invoke', f: 'write', value: 1 },
  { process: 1, type: 'invoke', f: 'read' },
  { process: 0, type: 'ok', f: 'write' },
  { process: 1, type: 'ok', f: 'read', value: 1 },
  { process: 0, type: 'invoke', f: 'write', value: 2 },
)

test('operations are bars on the lines of their processors, and those without an answer are open', () => {
  assert.deepEqual(historyLines(overlapping, 80), [
    'p_0    ├─ write(1) ──┤   ├─ write(2) ┄┄',
    'p_1      ├─ read → 1 ──┤',
  ])
})

test('what is broader than the terminal goes on below, cut between bars', () => {
  const writes = Array.from({ length: 4 }, (_, i) => [
    { process: 0, type: 'invoke', f: 'write', value: i },
    { process: 0, type: 'ok', f: 'write' },
  ]).flat()
  assert.deepEqual(historyLines(told(...writes), 40), [
    'p_0    ├─ write(0) ──┤ ├─ write(1) ──┤',
    '',
    'p_0  ├─ write(2) ──┤ ├─ write(3) ──┤',
  ])
})

test('deliveries are points, with an arrow from the broadcast', () => {
  const history = told(
    { process: 0, type: 'invoke', f: 'broadcast', value: 'a' },
    { process: 1, type: 'output', f: 'deliver', value: { from: 0, value: 'a' } },
  )
  assert.deepEqual(historyLines(history, 80), ['p_0    ├─ broadcast(a) ┄┄', 'p_1      • a of p_0'])
  const { svg } = drawHistory(history, 'a title <1>', 'why')
  assert.equal(svg.match(/marker-end/g)?.length, 1)
  assert.ok(svg.includes('a title &lt;1&gt;'))
})

test('operations of one processor that overlap are on rows of their own', () => {
  const twice = [0, 1].map((id) => ({
    kind: 'invocation' as const,
    processor: 3,
    time: id,
    id,
    operation: 'write',
    argument: id,
  }))
  const responses = [0, 1].map((id) => ({ kind: 'response' as const, processor: 3, time: 2 + id, id }))
  assert.deepEqual(historyLines([...twice, ...responses], 80), [
    'p_3    ├─ write(0) ──┤',
    '         ├─ write(1) ──┤',
  ])
})
