import type { Row } from '../../experiments/cell/index.ts'
import { type Description, describe } from '../statistics/describe.ts'
import { type Group, type Results, valuesOf } from '../statistics/groups.ts'
import { extreme, groupVerdict } from '../statistics/verdict.ts'
import { count, counted, figure } from '../wording/numbers.ts'
import type { PageCell } from './cell.ts'
import { type ColumnOf, type PageTable, tableOf } from './table.ts'
import { settingColumns, variedIn } from './varied.ts'

type Column = ColumnOf<Group, PageCell>

/** A page with more lines would be slow to open; all of them stand in summary.csv. */
const linesMax = 400

/** The costs of each group, with the interval of the mean and the verdicts. */
export function summaryTable(results: Results): PageTable {
  return groupTable(
    results,
    'Costs of each group',
    'One line per group: the runs that differ only in their replicate. Means ± half the width of their 95% confidence intervals, by Student’s t. A maximum over sampled runs is only a lower estimate of the complexity, which is a maximum over all executions.',
    [
      { title: 'Runs', kind: 'number', cell: ({ rows }) => rows.length },
      ...costColumns('messages', 'Messages'),
      ...costColumns('time', 'Time'),
    ],
  )
}

/** For each group the command that runs its costliest run again. */
export function replayTable(results: Results): PageTable {
  return groupTable(
    results,
    'Costliest run of each group',
    'The command that runs again the run of each group that comes nearest to its claim about messages (or breaks it most); where there is no claim, the one that took the most messages.',
    [
      { title: 'Messages', kind: 'number', cell: (group) => costliestOf(group).messages },
      { title: 'Time', kind: 'number', cell: (group) => costliestOf(group).time },
      { title: 'Command', kind: 'text', cell: (group) => ({ replay: costliestOf(group) }) },
    ],
  )
}

function groupTable(
  { groups, manifest }: Results,
  label: string,
  caption: string,
  columns: readonly Column[],
): PageTable {
  const varied = variedIn(groups.map(({ key }) => key))
  const rest = groups.length - linesMax
  const more = ` The first ${count(linesMax)} groups; ${counted(rest, 'more group')} in summary.csv.`
  const all: readonly Column[] = [
    ...settingColumns(['algorithm', ...varied], ({ key }: Group) => key, manifest),
    { title: 'n', kind: 'number', cell: ({ key }) => key.n },
    ...columns,
  ]
  return { label, caption: rest > 0 ? caption + more : caption, ...tableOf(all, groups.slice(0, linesMax)) }
}

function costColumns(measure: 'messages' | 'time', title: string): Column[] {
  const number = (title: string, read: (costs: Description) => string | number): Column => ({
    title,
    kind: 'number',
    cell({ complete }) {
      const costs = describe(valuesOf(complete, measure))
      return costs === null ? null : read(costs)
    },
  })
  return [
    number(`${title}: mean ±`, meanWithInterval),
    number('median', ({ median }) => median),
    number('max', ({ max }) => max),
    {
      title: 'Claim',
      kind: 'text',
      cell({ rows, claims }) {
        const verdict = groupVerdict(rows, measure, claims[measure])
        return verdict === 'violated' ? { tone: 'bad', text: verdict } : verdict
      },
    },
  ]
}

/** “12.5 ± 0.3”: the mean and half the width of its interval, where there is one. */
function meanWithInterval({ mean, interval }: Description): string {
  return interval === null ? figure(mean) : `${figure(mean)} ± ${figure((interval.high - interval.low) / 2)}`
}

const costliestOf = ({ rows }: Group): Row =>
  extreme(rows, 'messages')?.row ?? rows.reduce((a, b) => ((b.messages ?? -1) > (a.messages ?? -1) ? b : a))
