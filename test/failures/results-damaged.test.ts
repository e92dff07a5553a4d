import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stringify } from 'csv-stringify/sync'
import { rowColumns } from '../../experiments/cell/row.ts'
import { parseRuns, parseVerdicts, readManifest } from '../../reports/index.ts'
import { makeRow } from '../helpers/samples.ts'
import { fileIn, temporaryFolder } from '../helpers/temporary.ts'

const csv = (lines: readonly Readonly<Record<string, unknown>>[], extra: readonly string[] = []) =>
  stringify(lines.slice(), { header: true, columns: [...rowColumns, 'detail', ...extra] })

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

test('a verdict that is none is named with its record', () => {
  const text = 'row,algorithm,claim,measure,bound,measured,verdict\n1,a,a/time/exactly/n,time,1,1,perhaps\n'
  assert.throws(() => parseVerdicts(text, 'r/verdicts.csv'), {
    name: 'InputError',
    message: 'r/verdicts.csv, record 1, column verdict: “perhaps” is none of held, violated, not checked',
  })
})

test('a manifest without an experiment or without algorithms is refused, and the field is named', () => {
  const folder = temporaryFolder()
  const format = 'admissible-results/2'
  const experiment = { name: 'x' }
  for (const [content, field] of [
    [{ format }, 'experiment'],
    [{ format, experiment: [] }, 'experiment'],
    [{ format, experiment }, 'algorithms'],
    [{ format, experiment, algorithms: [null] }, 'algorithms'],
    [{ format, experiment, algorithms: [{ name: 'a' }] }, 'algorithms'],
  ] as const) {
    fileIn(folder, 'manifest.json', JSON.stringify(content))
    assert.throws(() => readManifest(folder), {
      name: 'InputError',
      message: new RegExp(`manifest\\.json: field ${field} must be `),
    })
  }
})
