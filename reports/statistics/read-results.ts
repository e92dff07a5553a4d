import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { InputError, type Measure, type Verdict } from '../../engine/index.ts'
import {
  knowFamilies,
  type Manifest,
  optionalColumns,
  optionalDimensions,
  type Row,
  type RunVerdict,
  rowColumns,
  tableColumns,
  type Value,
  verdictColumns,
} from '../../experiments/cell/index.ts'
import { analyse, type Results } from './groups.ts'

/** Reads runs.csv, verdicts.csv and manifest.json; throws an InputError that says what is missing or malformed, and where. */
export function readResults(directory: string): Results {
  const manifest = readManifest(directory)
  const path = join(directory, 'runs.csv')
  const verdicts = parseVerdicts(read(directory, 'verdicts.csv'), join(directory, 'verdicts.csv'))
  return analyse(parseRuns(read(directory, 'runs.csv'), path, verdicts), manifest)
}

/** Reads manifest.json; throws an InputError if it is missing or malformed. */
export function readManifest(directory: string): Manifest {
  return parseManifest(read(directory, 'manifest.json'), join(directory, 'manifest.json'))
}

function read(directory: string, name: string): string {
  const path = join(directory, name)
  try {
    // Whoever reads a pipe may wait for ever, and a device need have no end.
    if (statSync(path).isFile()) return readFileSync(path, 'utf8')
  } catch {
    // Said below.
  }
  throw new InputError(`${directory} holds no results: there is no readable ${name} in it`)
}

function parseManifest(text: string, path: string): Manifest {
  let manifest: { readonly format?: unknown } | null
  try {
    manifest = JSON.parse(text)
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${(error as Error).message}`)
  }
  if (manifest?.format === 'admissible-results/1')
    throw new InputError(
      `${path} is of an earlier version, which wrote no verdicts.csv; run the sweep again to report on it`,
    )
  if (manifest?.format !== 'admissible-results/2')
    throw new InputError(
      `${path}: field format is ${JSON.stringify(manifest?.format)}; it must be "admissible-results/2"`,
    )
  const { experiment, algorithms } = manifest as Partial<Manifest>
  if (typeof experiment !== 'object' || experiment === null || typeof experiment.name !== 'string')
    throw new InputError(`${path}: field experiment must be an object with a name`)
  if (!Array.isArray(algorithms) || !algorithms.every(isAlgorithm))
    throw new InputError(`${path}: field algorithms must be a list of algorithms with their names and claims`)
  knowFamilies((manifest as Manifest).families)
  return manifest as Manifest
}

const isAlgorithm = (value: Manifest['algorithms'][number] | null): boolean =>
  typeof value?.name === 'string' && Array.isArray(value.claims)

const texts: ReadonlySet<string> = new Set([
  'experiment',
  'algorithm',
  'timing',
  'topology',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  ...optionalDimensions,
  'outcome',
  'messages_verdict',
  'time_verdict',
  'evidence',
  'detail',
])

/** What rows say of claims, by the number of the row. */
type VerdictsByRow = ReadonlyMap<number, readonly RunVerdict[]>

/** The lines of a verdicts.csv. `path` is for messages. */
export function parseVerdicts(text: string, path: string): VerdictsByRow {
  const { header, lines } = parseTable(text, path, verdictColumns.slice(0, -1))
  const place = Object.fromEntries(verdictColumns.map((column) => [column, header.indexOf(column)]))
  const found = new Map<number, RunVerdict[]>()
  for (const [index, fields] of lines.entries()) {
    const field = (column: (typeof verdictColumns)[number]) => fields[place[column]!]!
    const reason = field('reason') ?? ''
    const numeric = (column: 'row' | 'bound' | 'measured') =>
      number(field(column), () => `${path}, record ${index + 1}, column ${column}`)
    const row = numeric('row')!
    if (!found.has(row)) found.set(row, [])
    found.get(row)!.push({
      claim: field('claim'),
      measure: field('measure') as Measure,
      bound: numeric('bound'),
      measured: numeric('measured')!,
      verdict: verdict(field('verdict'), () => `${path}, record ${index + 1}, column verdict`),
      ...(reason !== '' && { reason }),
    })
  }
  return found
}

function verdict(field: string, where: () => string): Verdict {
  if (field === 'held' || field === 'violated' || field === 'not checked') return field
  throw new InputError(`${where()}: “${field}” is none of held, violated, not checked`)
}

/** The header and the records of a CSV file that must have certain columns. */
function parseTable(text: string, path: string, columns: readonly string[]) {
  let records: string[][]
  try {
    records = parse(text)
  } catch (error) {
    throw new InputError(`${path} is not CSV: ${(error as Error).message}`)
  }
  const [header, ...lines] = records
  if (header === undefined) throw new InputError(`${path} is empty; its first line must name the columns`)
  for (const column of columns)
    if (!header.includes(column)) throw new InputError(`${path} has no column ${column}`)
  return { header, lines }
}

/** The rows of a runs.csv with what they say of claims. `path` is for messages. */
export function parseRuns(text: string, path: string, verdicts: VerdictsByRow = new Map()): Row[] {
  const { header, lines } = parseTable(text, path, rowColumns)
  return lines.map((fields, index) => {
    const row: Record<string, Value> = {}
    const extra: Record<string, Value> = {}
    for (const [position, column] of header.entries()) {
      const field = fields[position]!
      // Without weights or a workload there is no such field, in tables that have the column for others.
      if (field === '' && optionalColumns.some((name) => name === column)) continue
      if (texts.has(column)) row[column] = field === '' ? null : field
      else if (column === 'f' || (tableColumns as readonly string[]).includes(column))
        row[column] = number(field, () => `${path}, record ${index + 1}, column ${column}`)
      else extra[column] = value(field)
    }
    // An empty string stands for null only where a column can be null.
    return {
      detail: null,
      ...row,
      // Tables of earlier versions have no such column.
      evidence: row.evidence ?? 'sampled',
      wakeup: row.wakeup ?? '',
      inputs: row.inputs ?? '',
      verdicts: verdicts.get(index + 1) ?? [],
      extra,
    } as unknown as Row
  })
}

function number(field: string, where: () => string): number | null {
  if (field === '') return null
  const value = Number(field)
  if (Number.isNaN(value)) throw new InputError(`${where()}: “${field}” is not a number`)
  return value
}

/** A field of an algorithm's own column: a number or a truth value if it looks like one. */
function value(field: string): Value {
  if (field === '') return null
  if (field === 'true' || field === 'false') return field === 'true'
  const asNumber = Number(field)
  return String(asNumber) === field ? asNumber : field
}
