import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import {
  defineExperiment,
  type Row,
  runExperiment,
  tableColumns,
  type Value,
} from '../../../experiments/index.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()

const definition = {
  name: 'trial',
  question: 'Is it always the same?',
  algorithms: ['flooding', 'spanning-tree-flood', 'dfs-tree-root'],
  timings: ['synchronous', 'asynchronous'],
  topologies: ['ring', 'ring:oriented=no'],
  sizes: [16, 64, 256],
  delays: ['uniform', 'constant'],
  replicates: 3,
  seed: 7,
} as const

const experiment = defineExperiment(definition)
const text = (out: string, name: string) => readFileSync(join(out, name), 'utf8')
const out = join(folder, 'first')
const first = await runExperiment(experiment, { out, workers: 1 })

test('one worker and two, twice, write the same bytes', async () => {
  for (const [i, workers] of [1, 2, 2].entries()) {
    const again = join(folder, `again-${i}`)
    await runExperiment(experiment, { out: again, workers })
    assert.equal(text(again, 'runs.csv'), text(out, 'runs.csv'))
    assert.equal(text(again, 'manifest.json'), text(out, 'manifest.json'))
  }
})

test('the table, read back, says what the rows say, in grid order', () => {
  const [header, ...records] = parse(text(out, 'runs.csv')) as string[][]
  const own = header!.slice(tableColumns.length)
  assert.deepEqual(header!.slice(0, tableColumns.length), [...tableColumns])
  const asText = (value: Value | undefined) => String(value ?? '')
  const fields = (row: Row) => [
    ...tableColumns.map((column) => asText(row[column])),
    ...own.map((column) => asText(row.extra[column])),
  ]
  assert.deepEqual(records, first.rows.map(fields))
  for (const row of first.rows) assert.equal(Number(records[first.rows.indexOf(row)]![17]), row.time)
})

test('a size more changes no other row', async () => {
  const { rows } = await runExperiment(defineExperiment({ ...definition, sizes: [32, 16, 64, 256] }), {
    out: join(folder, 'larger'),
    workers: 2,
  })
  assert.deepEqual(
    rows.filter(({ n }) => n !== 32),
    first.rows,
  )
})

test('every row holds the claims of its algorithm', () => {
  assert.deepEqual(first.violations, [])
  assert.deepEqual(first.failures, [])
  assert.equal(first.interrupted, false)
  assert.deepEqual(first.manifest.outcomes, { terminated: first.rows.length })
  // On a ring, flooding sends 2n − (n − 1) = n + 1 messages, one by one.
  for (const row of first.rows.filter(({ algorithm }) => algorithm === 'flooding')) {
    assert.equal(row.messages, row.n + 1)
    assert.equal(row.messages_claim, row.n + 1)
    assert.equal(row.messages_verdict, 'held')
    assert.equal(row.diameter, row.n / 2)
  }
})
