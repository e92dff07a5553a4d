import { cellOf, type Manifest, type Row, sharedMemory } from '../../../experiments/cell/index.ts'
import type { DrawnChart } from '../../figures/on-page.ts'
import { distinct } from '../../group-by.ts'
import type { Results } from '../../statistics/groups.ts'
import { type ShownMeasure, shownClaimOf } from '../../statistics/row-claims.ts'
import { dimensions, dimensionTitles, headingOf, isScheduled, specOf } from '../../wording/dimensions.ts'
import type { Replays } from '../replays.ts'
import { type Packed, pack, type Value } from './columns.ts'
import { commandTemplate } from './commands.ts'
import { type PackedTargets, packTargets } from './targets.ts'

/** What the page's script knows. */
export interface PageData {
  readonly title: string
  /** Of the rows that can be pointed at, by column; `row` is their number in runs.csv. */
  readonly columns: Readonly<Record<string, Packed>>
  /** What people call the parameters: the title and the names of their values. */
  readonly labels: Readonly<
    Record<string, { readonly title: string; readonly values: Record<string, string> }>
  >
  /** Where the marks of each chart are. */
  readonly charts: Readonly<Record<string, PackedTargets>>
}

/** The columns that are shown of a run beside those of its cell. */
const shownColumns = [
  'm',
  'diameter',
  'root_eccentricity',
  'outcome',
  'messages',
  'time',
  'comp_events',
  'detail',
] as const
/** Those of rows on shared memory beside. */
const sharedColumns = [
  'entries',
  'remote_references_cc',
  'remote_references_dsm',
  'bypass',
  'variables',
] as const
/** And of rows of objects. */
const objectColumns = [
  'operations',
  'operation_steps',
  'operation_remote_references_cc',
  'operation_remote_references_dsm',
] as const
const claimColumns = ['messages_claim', 'messages_verdict', 'time_claim', 'time_verdict'] as const

/** What shared memory does not have: it is not said. */
const meaningless: ReadonlySet<string> = new Set(['inputs', 'wakeup'])

/** Of all rows those that a mark or a command of the page stands for. */
export function pageData(results: Results, charts: readonly DrawnChart[], replays: Replays): PageData {
  const { rows: all, manifest } = results
  const shared = manifest.experiment.topologies.includes(sharedMemory)
  const numbers = charts.flatMap(({ drawing }) => drawing.targets.map(({ row }) => row))
  const wanted = distinct([...numbers, ...[...replays.rows].map((row) => replays.numberOf(row))])
  const shown = wanted.sort((a, b) => a - b).flatMap((number) => all[number - 1] ?? [])
  const place = new Map(shown.map((row, i) => [replays.numberOf(row), i]))
  return {
    title: manifest.experiment.title,
    columns: columnsOf(shown, replays, manifest),
    labels: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        {
          title: dimension === 'delay' && shown.every(isScheduled) ? 'Scheduler' : dimensionTitles[dimension],
          values: Object.fromEntries(
            shown.map((row) => [
              specOf(row, dimension),
              shared && meaningless.has(dimension) ? '' : headingOf(row, dimension, manifest),
            ]),
          ),
        },
      ]),
    ),
    charts: Object.fromEntries(charts.map(({ chart, drawing }) => [chart.name, packTargets(drawing, place)])),
  }
}

const isThere = (rows: readonly Row[], column: string): boolean =>
  rows.some(({ extra }) => extra[column] !== undefined)

function columnsOf(rows: readonly Row[], replays: Replays, manifest: Manifest): Record<string, Packed> {
  const claims = manifest.algorithms.flatMap((algorithm) => algorithm.claims)
  const theorem = (row: Row, measure: ShownMeasure) => {
    const claim = shownClaimOf(row, measure, claims)
    return claim === undefined ? null : `${claim.kind} ${claim.text}`
  }
  const read: Record<string, (row: Row) => Value> = {
    row: (row) => replays.numberOf(row),
    command: (row) =>
      commandTemplate(replays.textOf(row), { n: row.n, seed: row.seed, row: replays.numberOf(row) }),
    messages_theorem: (row) => theorem(row, 'messages'),
    time_theorem: (row) => theorem(row, 'time'),
  }
  const cell = rows[0] === undefined ? [] : Object.keys({ ...cellOf(rows[0]), evidence: '' })
  for (const name of [...cell, ...shownColumns, ...claimColumns])
    read[name] = (row) => row[name as keyof Row] as Value
  if (manifest.experiment.topologies.includes(sharedMemory))
    for (const name of [...sharedColumns, ...objectColumns.filter((one) => isThere(rows, one))])
      read[name] = ({ extra }) => extra[name] ?? null
  return Object.fromEntries(Object.entries(read).map(([name, of]) => [name, pack(rows.map(of))]))
}
