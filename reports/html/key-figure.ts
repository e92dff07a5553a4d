import type { DrawnChart } from '../figures/on-page.ts'

/**
 * The charts with the one first that shows the answer: the first whose name begins as is wanted most, else the first of
 * all.
 */
export function keyFigureFirst(
  charts: readonly DrawnChart[],
  wanted: readonly string[],
): readonly DrawnChart[] {
  const found = wanted.map((start) => charts.find(({ chart }) => chart.name.startsWith(start)))
  const key = found.find((one) => one !== undefined)
  return key === undefined ? charts : [key, ...charts.filter((one) => one !== key)]
}
