import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { InputError } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/manifest.ts'
import { type Row, rowColumns, tableColumns, type Value } from '../../experiments/cell/row.ts'
import { analyse, type Results } from './groups.ts'

/** Reads runs.csv and manifest.json; throws an InputError that says what is missing or malformed, and where. */
export function readResults(directory: string): Results {
  const manifest = readManifest(directory)
  const rows = parseRuns(read(directory, 'runs.csv'), join(directory, 'runs.csv'))
  return analyse(rows, manifest)
}

/** Reads manifest.json; throws an InputError if it is missing or malformed. */
export function readManifest(directory: string): Manifest {
  return parseManifest(read(directory, 'manifest.json'), join(directory, 'manifest.json'))
}

function read(directory: string, name: string): string {
  try {
    return readFileSync(join(directory, name), 'utf8')
  } catch {
    throw new InputError(`${directory} holds no results: there is no readable ${name} in it`)
  }
}

function parseManifest(text: string, path: string): Manifest {
  let manifest: { readonly format?: unknown } | null
  try {
    manifest = JSON.parse(text)
  } catch (error) {
    throw new InputError(`${path} is not JSON: ${(error as Error).message}`)
  }
  if (manifest?.format !== 'admissible-results/1')
    throw new InputError(
      `${path}: field format is ${JSON.stringify(manifest?.format)}; it must be "admissible-results/1"`,
    )
  return manifest as Manifest
}

const texts: ReadonlySet<string> = new Set([
  'experiment',
  'algorithm',
  'timing',
  'topology',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'outcome',
  'messages_verdict',
  'time_verdict',
  'evidence',
  'detail',
])

/** The rows of a runs.csv. `path` is for messages. */
export function parseRuns(text: string, path: string): Row[] {
  let records: string[][]
  try {
    records = parse(text)
  } catch (error) {
    throw new InputError(`${path} is not CSV: ${(error as Error).message}`)
  }
  const [header, ...lines] = records
  if (header === undefined) throw new InputError(`${path} is empty; its first line must name the columns`)
  for (const column of rowColumns)
    if (!header.includes(column)) throw new InputError(`${path} has no column ${column}`)
  return lines.map((fields, index) => {
    const row: Record<string, Value> = {}
    const extra: Record<string, Value> = {}
    for (const [position, column] of header.entries()) {
      const field = fields[position]!
      if (texts.has(column)) row[column] = field === '' ? null : field
      else if ((tableColumns as readonly string[]).includes(column))
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
