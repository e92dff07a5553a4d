import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { comparisonsCsv } from '../../reports/csv/comparisons-csv.ts'
import { comparisons, summaryCsv } from '../../reports/index.ts'
import { hostileResults } from '../helpers/hostile.ts'

const labels = [
  '<script>alert("1")</script>',
  '\\input{/etc/passwd}',
  'a, "b"\nc',
  '=cmd()',
  "it's | `x` % # _ ~ ^ $ é –",
]

test('whatever a user calls things is one field of every table, character by character', () => {
  for (const label of labels) {
    const results = hostileResults(label)
    const summary = parse(summaryCsv(results), { columns: true }) as Record<string, string>[]
    assert.equal(summary.length, results.groups.length)
    assert.deepEqual(
      [summary[0]!.algorithm, summary[0]!.topology, summary[0]!.wakeup, summary[0]!.delay],
      [label, `file:${label}`, label, label],
    )
    const all = comparisons(results)
    const lines = parse(comparisonsCsv(all), { columns: true }) as Record<string, string>[]
    assert.equal(lines.length, all.length)
    assert.deepEqual([lines[0]!.algorithm, lines[0]!.other], [label, `${label}2`])
  }
})
