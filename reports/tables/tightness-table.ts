import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { Results } from '../statistics/groups.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { claimText } from '../wording/claim-text.ts'
import { dimensions, specOf } from '../wording/dimensions.ts'
import { bestWords, effortWords } from '../wording/evidence.ts'
import { figure } from '../wording/numbers.ts'
import { scopeSentences } from '../wording/scope-sentences.ts'
import type { PageCell } from './cell.ts'
import { type ColumnOf, type PageTable, type PaperTable, tableOf } from './table.ts'
import { settingColumns, variedIn } from './varied.ts'

type Column<C = number | string | null> = ColumnOf<Tightness, C>

const n: Column = { title: 'n', kind: 'number', cell: ({ row }) => row.n }
const measure: Column = { title: 'Measure', kind: 'text', cell: (one) => one.measure }
const value: Column = { title: 'Value', kind: 'number', cell: ({ bound }) => bound }
const ratio: Column = { title: 'Ratio', kind: 'number', cell: (one) => one.ratio }

/** How close the largest known costs come to their bounds; null where no worst case was asked for. */
export function tightnessPaperTable({ manifest }: Results, all: readonly Tightness[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ row }) => row)).filter((dimension) => dimension !== 'delay')
  const columns: readonly ColumnOf<Tightness>[] = [
    ...settingColumns(['algorithm', ...varied], rowOf, manifest),
    n,
    measure,
    { title: 'Bound', kind: 'bound', cell: ({ claim }) => (claim === null ? null : { bound: claim }) },
    value,
    { title: 'Largest known', kind: 'number', cell: ({ cost }) => cost },
    { title: 'Evidence', kind: 'text', cell: evidenceWithEffort },
    ratio,
  ]
  return {
    name: 'tightness',
    title: 'Tightness',
    caption: captionOf(
      all,
      manifest,
      'The largest cost that is known, and the tightest bound that is claimed of it. Only an exact cost is the maximum itself; of the others it is known that the maximum is at least as large. A ratio of 1 means that the bound is attained.',
    ),
    ...tableOf(columns, byMeasure(all)),
    source: 'tightness.csv',
  }
}

/** The same point by point, with all that is known of each. */
export function tightnessPageTable({ manifest }: Results, all: readonly Tightness[]): PageTable | null {
  if (all.length === 0) return null
  const varied = (
    ['topology', 'inputs', 'wakeup', 'faults', 'weights', 'clocks', 'workload'] as const
  ).filter((dimension) => new Set(all.map(({ row }) => specOf(row, dimension))).size > 1)
  const columns: readonly ColumnOf<Tightness, PageCell>[] = [
    ...settingColumns(['algorithm', ...varied], rowOf, manifest),
    n,
    measure,
    { title: 'Bound', kind: 'bound', cell: ({ claim }) => (claim === null ? null : claimText(claim)) },
    value,
    { title: 'Sampled', kind: 'number', cell: ({ sampled }) => sampled },
    { title: 'Searched', kind: 'number', cell: ({ searched }) => searched },
    ...(all.some((one) => effortWords(one) !== null)
      ? [{ title: 'Search', kind: 'text', cell: effortWords } as const]
      : []),
    { title: 'Explored', kind: 'number', cell: ({ explored }) => explored },
    {
      title: 'Largest known',
      kind: 'name',
      cell: ({ cost, evidence }) => bestWords(figure(cost), evidence),
    },
    ...(all.some(({ chosen }) => chosen !== null)
      ? [{ title: 'Chosen', kind: 'text', cell: ({ chosen }: Tightness) => chosen } as const]
      : []),
    ratio,
  ]
  return {
    label: 'Tightness of the bounds',
    caption: captionOf(
      all,
      manifest,
      'The largest cost that is known at each point, and the tightest bound that is claimed of it. Sampled: the most over random runs; searched: the most that an adversary found, in so many runs from so many seeds; exact: the most over all schedules. Only an exact cost is the maximum itself; of the others it is known that the maximum is at least as large. Chosen: what the adversary was free to choose, and an exact cost is the most over; the rest was given. A ratio of 1 means that the bound is attained.',
    ),
    ...tableOf(columns, all),
  }
}

/** What the table is, how much was searched and over what. */
const captionOf = (all: readonly Tightness[], manifest: Manifest, what: string): string =>
  [what, ...scopeSentences(all, manifest).map((sentence) => `${sentence}.`)].join(' ')

/** “searched, 2,000 runs”. */
function evidenceWithEffort(one: Tightness): string {
  const effort = one.evidence === 'searched' ? effortWords(one) : null
  return effort === null ? one.evidence : `${one.evidence}, ${effort}`
}

const rowOf = ({ row }: Tightness) => row

/** Messages at all sizes of a setting, then times. */
function byMeasure(all: readonly Tightness[]): Tightness[] {
  const setting = ({ row, measure }: Tightness) =>
    JSON.stringify([...dimensions.map((dimension) => specOf(row, dimension)), measure])
  return [...groupBy(all, setting).values()].flat()
}
