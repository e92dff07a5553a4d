import { Option } from 'commander'
import { didYouMean, InputError } from '../../engine/index.ts'
import type { Format } from '../../reports/index.ts'

/** What each is for. The reports have the code; it takes long to load, and the names must be known before. */
const formats: Readonly<Record<Format, string>> = {
  csv: 'always written',
  parquet: 'columns with types',
  'safe-csv': 'for spreadsheets: no text is a formula',
}

/** In which formats tables are written. */
export const formatOption = (): Option =>
  new Option(
    '--format <names>',
    `of tables: ${Object.entries(formats)
      .map(([name, purpose]) => `${name} (${purpose})`)
      .join(', ')}`,
  )
    .argParser(parseFormats)
    .default([], 'csv')

function parseFormats(text: string): Format[] {
  return text.split(',').map((part) => {
    const name = part.trim()
    if (Object.hasOwn(formats, name)) return name as Format
    const known = Object.keys(formats)
    throw new InputError(
      `--format: unknown format “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
    )
  })
}
