import type { Measure } from '../../engine/index.ts'
import type { Row } from '../../experiments/cell/index.ts'
import { valuesOf } from '../statistics/groups.ts'
import { measuredOf } from '../statistics/row-claims.ts'
import type { Observation } from './observation.ts'
import type { GrowthSetting } from './settings.ts'

/** What there is to judge growth by. */
interface Evidence {
  /** By n, ascending. */
  readonly observations: readonly Observation[]
  /** How many groups were left out, because some of their runs did not come to their end. */
  readonly cutShort: number
  /** How many groups were left out, because some of their runs cost 0, which has no logarithm. */
  readonly free: number
}

/**
 * The costs of the groups of a setting. Groups with runs that were cut short are left out: those that are missing are
 * the dearest, so that what is left would grow too slowly. So are costs of 0, which have no logarithm.
 */
export function evidenceOf({ groups }: GrowthSetting, measure: Measure): Evidence {
  const whole = groups.filter(({ rows, complete }) => complete.length === rows.length)
  const free = whole.filter(
    ({ key, rows }) => key.n >= 2 && rows.some((row) => measuredOf(row, measure) === 0),
  ).length
  const observations = whole.flatMap(({ key, rows }): Observation[] => {
    const costs = valuesOf(rows, measure)
    if (key.n < 2 || costs.length === 0 || !costs.every((cost) => cost > 0)) return []
    const typical = (column: 'm' | 'diameter' | 'root_eccentricity') => geometricMean(rows, column)
    return [
      {
        network: key.topology,
        n: key.n,
        m: typical('m'),
        D: typical('diameter'),
        ecc: typical('root_eccentricity'),
        costs,
      },
    ]
  })
  return {
    observations: observations.sort((a, b) => a.n - b.n),
    cutShort: groups.length - whole.length,
    free,
  }
}

/** NaN where a value is missing or 0. */
function geometricMean(rows: readonly Row[], column: 'm' | 'diameter' | 'root_eccentricity'): number {
  const mean = rows.reduce((sum, row) => sum + Math.log(row[column] ?? 0), 0) / rows.length
  return Number.isFinite(mean) ? Math.exp(mean) : Number.NaN
}
