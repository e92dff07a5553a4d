import { join } from 'node:path'
import pc from 'picocolors'
import { cellOf, describeCell } from '../../experiments/index.ts'
import type { CommonGround, RowDifference } from '../../reports/index.ts'

/** What came of running a sweep again. */
export interface Reproduction {
  readonly folder: string
  /** Where it was run; it is there still if something differs. */
  readonly out: string
  readonly same: boolean
  readonly rows: number
  /** The files that were compared byte for byte, from the folder. */
  readonly files: readonly string[]
  readonly different: readonly string[]
  /** The cells whose rows differ. */
  readonly cells: readonly RowDifference[]
  /** What sets these cells apart, if anything does. */
  readonly ground: CommonGround | null
  /** The files of code that have changed since; null if it is not known by what code the results were made. */
  readonly code: readonly string[] | null
  /** The files that networks and delays are read from and that have changed since. */
  readonly data: readonly string[]
  /** The versions of Node that ran it, where they are not the same: then and now. */
  readonly versions: readonly [then: string, now: string]
}

/** At most so many cells are named; --json names all. */
const mostNamed = 5

/** What came of running a sweep again: whether all bytes are the same, and if not, which cells differ. */
export function describeReproduction(found: Reproduction, json: boolean): string {
  if (json) return `${JSON.stringify(asData(found))}\n`
  const { folder, same, rows, files, different, versions } = found
  const [then, now] = versions
  const note = then === now ? [] : [`  it was run with Node ${then}, and now with Node ${now}`]
  if (same)
    return [
      `${folder}: ${pc.green('reproduced')}: ${rows} rows; ${files.length} files are the same byte for byte`,
      ...note,
      '',
    ].join('\n')
  return [
    `${folder}: ${pc.red('not reproduced')}: ${different.length} of ${files.length} files differ`,
    `  ${different.join(', ')}`,
    ...cellLines(found),
    ...changedLine('data', found.data),
    ...changedLine('code', found.code),
    ...note,
    `  to see what changed: admissible compare ${folder} ${found.out}`,
    '',
  ].join('\n')
}

function cellLines({ folder, cells, ground, rows, different }: Reproduction): string[] {
  if (cells.length === 0)
    return different.includes('runs.csv')
      ? [`  no value differs: ${join(folder, 'runs.csv')} was written in another way`]
      : []
  const more =
    cells.length > mostNamed ? [`    … and ${cells.length - mostNamed} more; --json names all`] : []
  // All cells with a value of one coordinate, or some of them.
  const which = ground?.all ? 'all those' : 'all of them'
  const apart =
    ground === null || cells.length === 1
      ? ''
      : `, ${which} with ${ground.coordinate} ${ground.values.join(', ')}`
  return [
    `  ${cells.length} of ${rows} cells differ${apart}`,
    ...cells.slice(0, mostNamed).map((one) => `    ${describeDifference(one)}`),
    ...more,
  ]
}

function describeDifference({ row, cell, columns }: RowDifference): string {
  const name = `${row === null ? '' : `row ${row}, `}${describeCell(cellOf(cell))}`
  if (columns === null) return `${name}: ${row === null ? 'was not there' : 'is not there any more'}`
  const changes = Object.entries(columns).map(
    ([column, [before, now]]) => `${column} ${before ?? 'empty'} → ${now ?? 'empty'}`,
  )
  const more = changes.length > 3 ? `, and ${changes.length - 3} more columns` : ''
  return `${name}: ${changes.slice(0, 3).join(', ')}${more}`
}

function changedLine(what: 'code' | 'data', files: readonly string[] | null): string[] {
  if (files === null || files.length === 0) return []
  const more = files.length > 5 ? ` and ${files.length - 5} more` : ''
  return [`  ${what} that has changed since: ${files.slice(0, 5).join(', ')}${more}`]
}

function asData({
  folder,
  same,
  rows,
  files,
  different,
  cells,
  ground,
  code,
  data,
  versions,
}: Reproduction): object {
  return {
    folder,
    same,
    rows,
    files,
    different,
    cells: cells.map(({ row, cell, columns }) => ({ row, cell: cellOf(cell), columns })),
    apart: ground,
    code_changed: code,
    data_changed: data,
    node: { before: versions[0], now: versions[1] },
  }
}
