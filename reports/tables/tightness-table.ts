import { groupBy } from '../group-by.ts'
import type { Results } from '../statistics/groups.ts'
import type { Tightness } from '../statistics/tightness.ts'
import { dimensions, headingOf, specOf } from '../wording/dimensions.ts'
import type { Cell, Column, PaperTable } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** How close the largest known costs come to their bounds; null where no worst case was asked for. */
export function tightnessPaperTable({ manifest }: Results, all: readonly Tightness[]): PaperTable | null {
  if (all.length === 0) return null
  const varied = variedIn(all.map(({ row }) => row)).filter((dimension) => dimension !== 'delay')
  const right = (title: string): Column => ({ title, align: 'right' })
  return {
    name: 'tightness',
    title: 'Tightness',
    caption:
      'The largest cost that is known, and the tightest bound that is claimed of it. Only an exact cost is the maximum itself; of the others it is known that the maximum is at least as large. A ratio of 1 means that the bound is attained.',
    columns: [
      { title: 'Algorithm', align: 'left' },
      ...columnsOf(varied),
      right('n'),
      { title: 'Measure', align: 'left' },
      { title: 'Bound', align: 'left' },
      right('Value'),
      right('Largest known'),
      { title: 'Evidence', align: 'left' },
      right('Ratio'),
    ],
    lines: byMeasure(all).map(({ row, measure, claim, bound, cost, evidence, ratio }): Cell[] => [
      headingOf(row, 'algorithm', manifest),
      ...cellsOf(row, varied, manifest),
      row.n,
      measure,
      claim === null ? null : { bound: claim },
      bound,
      cost,
      evidence,
      ratio,
    ]),
    source: 'tightness.csv',
  }
}

/** Messages at all sizes of a setting, then times. */
function byMeasure(all: readonly Tightness[]): Tightness[] {
  const setting = ({ row, measure }: Tightness) =>
    JSON.stringify([...dimensions.map((dimension) => specOf(row, dimension)), measure])
  return [...groupBy(all, setting).values()].flat()
}
