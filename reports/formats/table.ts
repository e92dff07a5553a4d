import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { comparisonField } from './comparison-fields.ts'
import { type Field, type FieldsByName, fits, inferType } from './field.ts'
import { growthField } from './growth-fields.ts'
import { runField, timingField } from './run-fields.ts'
import { summaryField } from './summary-fields.ts'
import { tightnessField } from './tightness-fields.ts'
import { verdictField } from './verdict-fields.ts'

/** A CSV file of the results, and what its columns are. */
export interface Table {
  readonly name: string
  readonly description: string
  readonly fields: readonly Field[]
  /** By row, then by column; an empty text is no value. */
  readonly texts: readonly (readonly string[])[]
}

const known: readonly {
  readonly name: string
  readonly description: string
  readonly field: FieldsByName
}[] = [
  { name: 'runs', description: 'One row per run', field: runField },
  { name: 'verdicts', description: 'What each run says of each claim', field: verdictField },
  {
    name: 'summary',
    description: 'One row per group of runs that differ only in their replicate',
    field: summaryField,
  },
  {
    name: 'comparisons',
    description: 'Pairs of algorithms on the same instances: one row per setting, size and measure',
    field: comparisonField,
  },
  {
    name: 'tightness',
    description: 'How close the largest known costs come to their bounds',
    field: tightnessField,
  },
  { name: 'growth', description: 'Which class the costs of each setting grow like', field: growthField },
  { name: 'timings', description: 'How long each run took on the machine', field: timingField },
]

/** The tables that a results folder holds. */
export function readTables(directory: string): Table[] {
  return known.flatMap(({ name, description, field }) => {
    let text: string
    try {
      text = readFileSync(join(directory, `${name}.csv`), 'utf8')
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return []
      throw error
    }
    const [header = [], ...texts] = parse(text) as string[][]
    const fields = header.map((column, i) =>
      fieldOf(
        column,
        texts.map((record) => record[i]!),
        field,
      ),
    )
    return [{ name, description, fields, texts }]
  })
}

/** What is known of a column, if its values bear it out; else what they look like. */
function fieldOf(name: string, texts: readonly string[], fields: FieldsByName): Field {
  const field = fields(name)
  if (field !== undefined && texts.every((text) => text === '' || fits(text, field.type))) return field
  return { name, type: inferType(texts) }
}
