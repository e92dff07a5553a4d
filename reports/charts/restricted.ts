import { readConstraint, satisfies } from '../../experiments/cell/index.ts'
import type { Results } from '../statistics/groups.ts'
import { type AskedChart, inChart } from './parse-chart.ts'

/** The results at the points that satisfy a constraint, as `where` has it; all if there is none. Throws an InputError. */
export function restricted(results: Results, { kind, values: { where } }: AskedChart): Results {
  if (where === undefined) return results
  const { groups, rows, worstCases, manifest } = results
  const { algorithms } = manifest
  const points = [...groups.map(({ key }) => key), ...worstCases]
  const constraint = inChart(kind.name, () => readConstraint(String(where), points, algorithms))
  const holds = (point: (typeof points)[number]) => satisfies(point, constraint, algorithms)
  return {
    ...results,
    rows: rows.filter(holds),
    groups: groups.filter(({ key }) => holds(key)),
    worstCases: worstCases.filter(holds),
  }
}
