import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import { rowColumns } from '../../experiments/cell/row.ts'
import { parseRuns, readResults } from '../../reports/index.ts'
import { makeRow } from './samples.ts'

const csv = (lines: readonly Readonly<Record<string, unknown>>[], extra: readonly string[] = []) =>
  stringify(lines.slice(), { header: true, columns: [...rowColumns, 'detail', ...extra] })

test('what was written is what is read: text, numbers, empty fields, own columns', () => {
  const row = makeRow({
    delay: null,
    messages_claim: 17,
    messages_verdict: 'held',
    topology: 'file:a, "b".txt',
  })
  const own = { messages_M: 17, depth: null, label: '007', is_tree: 'true' }
  const { extra: _, ...fixed } = row
  const read = parseRuns(csv([{ ...fixed, ...own }], Object.keys(own)), 'runs.csv')
  assert.deepEqual(read, [{ ...row, extra: { messages_M: 17, depth: null, label: '007', is_tree: true } }])
})

test('a field that should be a number is named with its record and column', () => {
  const { extra: _, ...row } = makeRow()
  assert.throws(() => parseRuns(csv([row, { ...row, n: 'many' }]), 'r/runs.csv'), {
    name: 'InputError',
    message: 'r/runs.csv, record 2, column n: “many” is not a number',
  })
})

test('a file without a fixed column, or that is no CSV, is refused in one line', () => {
  assert.throws(() => parseRuns('experiment,algorithm\n', 'r'), { message: 'r has no column timing' })
  assert.throws(() => parseRuns('', 'r'), { message: /^r is empty/ })
  assert.throws(() => parseRuns('a,"b\n', 'r'), { name: 'InputError', message: /^r is not CSV: / })
})

test('a folder without results says what is missing', () => {
  assert.throws(() => readResults('no/such/folder'), {
    name: 'InputError',
    message: 'no/such/folder holds no results: there is no readable manifest.json in it',
  })
})
