import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import {
  defineExperiment,
  flatRow,
  type Row,
  readFile,
  resultFiles,
  runExperiment,
  tableColumns,
} from '../../../experiments/index.ts'
import { growthColumns } from '../../../reports/csv/growth-csv.ts'
import { tightnessColumns } from '../../../reports/csv/tightness-csv.ts'
import { growthField } from '../../../reports/formats/growth-fields.ts'
import { runField, timingField } from '../../../reports/formats/run-fields.ts'
import { safeCsv } from '../../../reports/formats/safe-csv.ts'
import { summaryField } from '../../../reports/formats/summary-fields.ts'
import { tightnessField } from '../../../reports/formats/tightness-fields.ts'
import { summaryColumns, writeFormats, writeReport } from '../../../reports/index.ts'
import fc from '../../helpers/property.ts'

const folder = mkdtempSync(join(tmpdir(), 'admissible-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const { rows } = await runExperiment(
  defineExperiment({
    name: 'Trial.1',
    title: 'A trial, “quoted”',
    question: 'Does everybody read the same?',
    algorithms: ['flooding', 'dfs-tree-root'],
    timings: ['synchronous', 'asynchronous'],
    topologies: ['ring', 'file:admissible/abilene-2005.txt'],
    sizes: [8, 16],
    replicates: 3,
    seed: 7,
    charts: [],
  }),
  { out: folder, workers: 1 },
)
await writeReport(folder, { replayCommand: () => '', readFile, files: resultFiles(folder) })
const files = writeFormats(folder, ['csv', 'parquet', 'safe-csv'], resultFiles(folder))
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const tables = ['runs', 'verdicts', 'summary', 'comparisons', 'growth', 'timings'] as const

/** The rows as a reader of one column type per column sees them: every row has every column. */
const expected = (all: readonly Row[]) => {
  const columns = [...new Set(all.flatMap((row) => Object.keys(flatRow(row))))]
  return all.map((row) => Object.fromEntries(columns.map((column) => [column, flatRow(row)[column] ?? null])))
}
/** Whole numbers of 64 bits come as bigints. */
const plain = (record: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? Number(value) : (value ?? null),
    ]),
  )
const readParquet = async (name: string) =>
  (await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, name)) })).map(plain)

test('every table is there in every format, and the description names it', () => {
  assert.deepEqual(
    files.toSorted(),
    ['datapackage.json', ...tables.flatMap((name) => [`${name}.parquet`, `${name}.safe.csv`])].toSorted(),
  )
})

test('runs.parquet, read by another library, holds the rows', async () => {
  assert.deepEqual(await readParquet('runs.parquet'), expected(rows))
})

test('every Parquet table says what its CSV file says, in columns of the types that are described', async () => {
  const types = { string: 'BYTE_ARRAY', integer: 'INT64', number: 'DOUBLE', boolean: 'BOOLEAN' }
  const { resources } = JSON.parse(read('datapackage.json'))
  for (const { name, schema } of resources) {
    const records = parse(read(`${name}.csv`), { columns: true }) as Record<string, string>[]
    const asText = (record: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(record).map(([key, value]) => [key, value === null ? '' : String(value)]),
      )
    assert.deepEqual((await readParquet(`${name}.parquet`)).map(asText), records, name)
    const metadata = await parquetMetadataAsync(await asyncBufferFromFile(join(folder, `${name}.parquet`)))
    assert.deepEqual(
      metadata.schema.slice(1).map(({ name, type }) => [name, type]),
      schema.fields.map((field: { name: string; type: keyof typeof types }) => [
        field.name,
        types[field.type],
      ]),
    )
  }
})

test('the same results give the same bytes of Parquet and of the description', () => {
  const before = ['runs.parquet', 'datapackage.json'].map(read)
  writeFormats(folder, ['parquet'], resultFiles(folder))
  assert.deepEqual(['runs.parquet', 'datapackage.json'].map(read), before)
})

/** What a reader of a Tabular Data Package does with a field, by the specification: cast it, then check it. */
function cast(text: string, { type }: { readonly type: string }, missing: readonly string[]): unknown {
  if (missing.includes(text)) return null
  if (type === 'string') return text
  if (type === 'boolean') return { true: true, false: false }[text]
  if (type === 'integer') return /^[+-]?\d+$/.test(text) ? Number(text) : undefined
  return type === 'number' && /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(text)
    ? Number(text)
    : undefined
}

test('the data package keeps the rules of Frictionless, and its tables the rules of their schemas', () => {
  const description = JSON.parse(read('datapackage.json'))
  assert.equal(description.profile, 'tabular-data-package')
  assert.match(description.name, /^[-a-z0-9._/]+$/)
  assert.deepEqual(
    description.resources.map(({ name }: { name: string }) => name),
    tables,
  )
  for (const { name, path, profile, encoding, dialect, schema } of description.resources) {
    assert.match(name, /^[-a-z0-9._/]+$/)
    assert.deepEqual([path, profile, encoding], [`${name}.csv`, 'tabular-data-resource', 'utf-8'])
    const [header, ...records] = parse(read(path), {
      delimiter: dialect.delimiter,
      quote: dialect.quoteChar,
      record_delimiter: dialect.lineTerminator,
    }) as string[][]
    assert.deepEqual(
      schema.fields.map((field: { name: string }) => field.name),
      header,
    )
    for (const [i, field] of schema.fields.entries())
      for (const record of records) {
        const value = cast(record[i]!, field, schema.missingValues)
        const where = `${path}, ${field.name}: “${record[i]}”`
        assert.notEqual(value, undefined, where)
        const { required, minimum, enum: choice } = field.constraints ?? {}
        if (required) assert.notEqual(value, null, where)
        if (value === null) continue
        if (minimum !== undefined) assert.ok((value as number) >= minimum, where)
        if (choice !== undefined) assert.ok(choice.includes(value), where)
      }
  }
})

test('runs.csv, read by the description alone, holds the rows', () => {
  const { schema } = JSON.parse(read('datapackage.json')).resources[0]
  const [, ...records] = parse(read('runs.csv')) as string[][]
  const found = records.map((record) =>
    Object.fromEntries(
      record.map((text, i) => [schema.fields[i].name, cast(text, schema.fields[i], schema.missingValues)]),
    ),
  )
  assert.deepEqual(found, expected(rows))
})

test('every fixed column of every table is described', () => {
  for (const column of tableColumns) assert.ok(runField(column)?.description, column)
  for (const column of summaryColumns) assert.ok(summaryField(column)?.description, column)
  assert.equal(
    summaryField('response_largest_q1')?.description,
    'First quartile of the largest response time of a run (type 7 of Hyndman & Fan)',
  )
  for (const column of growthColumns) assert.ok(growthField(column)?.description, column)
  for (const column of tightnessColumns) assert.ok(tightnessField(column)?.description, column)
  assert.ok(timingField('wall_ms')?.description)
})

test('no text of the safe CSV is a formula, numbers stay, and what was written can be had back', () => {
  const field = { name: '=name', type: 'string' } as const
  const fields = [field, { name: 'x', type: 'number' } as const]
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n\'"＝, a1') })), (texts) => {
      const table = { name: 't', description: '', fields, texts: texts.map((text) => [text, '-1']) }
      const [header, ...records] = parse(safeCsv(table), { record_delimiter: '\n' }) as string[][]
      assert.deepEqual(header, ["'=name", 'x'])
      assert.deepEqual(
        records.map(([text]) => text!.replace(/^'/, '')),
        texts,
      )
      for (const [text, number] of records) {
        assert.doesNotMatch(text!, /^[=+\-@\t\r\n＝]/)
        assert.equal(number, '-1')
      }
    }),
  )
  assert.deepEqual(parse(read('runs.safe.csv')), parse(read('runs.csv')))
})

test('what an algorithm’s own column holds decides its type', async () => {
  const lines = parse(read('runs.csv')) as string[][]
  const own = [
    ['whole', 'part', 'truth', 'mixed', 'none'],
    ['1', '0.5', 'true', '1', ''],
    ['', '2', 'false', 'x', ''],
  ]
  const wide = lines.map((fields, i) => [...fields, ...(own[Math.min(i, 2)] ?? [])])
  writeFileSync(
    join(folder, 'runs.csv'),
    `${wide.map((fields) => fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`,
  )
  writeFormats(folder, ['parquet'], resultFiles(folder))
  const { fields } = JSON.parse(read('datapackage.json')).resources[0].schema
  assert.deepEqual(
    fields.slice(-5).map((field: { type: string }) => field.type),
    ['integer', 'number', 'boolean', 'string', 'string'],
  )
  const [first, second] = await readParquet('runs.parquet')
  assert.deepEqual([first!.whole, first!.truth, second!.mixed, second!.whole], [1, true, 'x', null])
})
