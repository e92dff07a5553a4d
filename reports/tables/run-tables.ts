import type { Row } from '../../experiments/cell/index.ts'
import { isComplete, type Results } from '../statistics/groups.ts'
import { counted } from '../wording/numbers.ts'
import type { PageCell } from './cell.ts'
import { type ColumnOf, type PageTable, tableOf } from './table.ts'
import { settingColumns } from './varied.ts'

/** More of them are in runs.csv. */
const failedMax = 50
const largestMax = 10

const command: ColumnOf<Row, PageCell> = { title: 'Command', kind: 'text', cell: (row) => ({ replay: row }) }

/** The runs that ended badly or that something is to be said of; null if there are none. */
export function failedTable({ rows }: Results): PageTable | null {
  const failed = rows.filter((row) => !isComplete(row) || row.detail !== null)
  if (failed.length === 0) return null
  const columns: readonly ColumnOf<Row, PageCell>[] = [
    { title: 'Outcome', kind: 'name', cell: ({ outcome }) => outcome },
    { title: 'What happened', kind: 'detail', cell: ({ detail }) => detail ?? '' },
    command,
  ]
  const more = failed.length > failedMax ? `; the first ${failedMax}` : ''
  return {
    label: 'Failed runs',
    caption: `${counted(failed.length, 'run')} with something to look into${more}.`,
    ...tableOf(columns, failed.slice(0, failedMax)),
  }
}

/** The sampled runs that took the most work. */
export function largestTable({ rows, manifest }: Results): PageTable {
  const events = (row: Row) => (row.messages ?? 0) + (row.comp_events ?? 0)
  const largest = rows.filter(({ evidence }) => evidence === 'sampled').sort((a, b) => events(b) - events(a))
  const columns: readonly ColumnOf<Row, PageCell>[] = [
    ...settingColumns(['algorithm', 'topology'], (row: Row) => row, manifest),
    { title: 'n', kind: 'number', cell: ({ n }) => n },
    { title: 'Messages', kind: 'number', cell: ({ messages }) => messages ?? 0 },
    { title: 'Computation events', kind: 'number', cell: ({ comp_events }) => comp_events ?? 0 },
    command,
  ]
  return { label: 'The largest runs', caption: null, ...tableOf(columns, largest.slice(0, largestMax)) }
}
