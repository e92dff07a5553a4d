import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tableColumns } from '../../experiments/cell/row.ts'
import { chartKinds, namedCharts, summaryColumns } from '../../reports/index.ts'

const text = readFileSync('docs/results.md', 'utf8')

test('every column that each runs.csv has of runs.csv is documented', () => {
  for (const column of tableColumns) assert.match(text, new RegExp(`\`${column}\``), column)
})

test('what a row says of the claims is documented', () => {
  for (const column of ['theorem', 'also', 'expected'].flatMap((name) => [
    `messages_${name}`,
    `time_${name}`,
  ]))
    assert.ok(text.includes(`\`${column}\``), column)
})

test('every column of summary.csv about messages is documented; those about time and bits have the same names', () => {
  const about = (measure: string) =>
    summaryColumns
      .filter((column) => column.startsWith(`${measure}_`))
      .map((column) => column.slice(measure.length))
  for (const ending of about('messages')) assert.ok(text.includes(`\`messages${ending}\``), ending)
  assert.deepEqual(about('time'), about('messages'))
  assert.ok(about('bits').every((ending) => about('messages').includes(ending)))
})

test('every kind of chart is documented', () => {
  const named = Object.keys(namedCharts)
  for (const name of [...chartKinds.entries.map((kind) => kind.name), ...named])
    assert.ok(text.includes(`\`${name}\``), name)
})
