import type { Random } from '../../engine/index.ts'
import type { Fitter, Shape } from './fitter.ts'
import { type Observed, redraw } from './noise.ts'

/** How often the levels are drawn anew. */
export const resamples = 1000

/** What the resamples show. */
export interface Resampled {
  /** How often each bundle of curves held the nearest of all. */
  readonly wins: readonly number[]
  /** The slopes of the levels over a variable, ascending. */
  readonly slopes: Float64Array
}

/** Draws the levels anew, and asks each time which bundle holds the nearest curve. */
export function resample(
  observed: Observed,
  fitter: Fitter,
  bundles: readonly (readonly Shape[])[],
  variable: Shape,
  random: Random,
): Resampled {
  const wins = bundles.map(() => 0)
  const slopes = new Float64Array(resamples)
  const levels = new Float64Array(observed.level.length)
  for (let i = 0; i < resamples; i++) {
    redraw(observed, random, levels)
    wins[nearest(levels, fitter, bundles)]!++
    slopes[i] = fitter.slope(levels, variable)
  }
  return { wins, slopes: slopes.sort() }
}

/** Which bundle holds the nearest curve. Of each square distance only what differs between curves is computed. */
function nearest(levels: Float64Array, { weights }: Fitter, bundles: readonly (readonly Shape[])[]): number {
  const weighted = levels.map((level, i) => level * weights[i]!)
  let winner = 0
  let least = Number.POSITIVE_INFINITY
  for (let k = 0; k < bundles.length; k++)
    for (const { values, square } of bundles[k]!) {
      let product = 0
      for (let i = 0; i < weighted.length; i++) product += weighted[i]! * values[i]!
      if (square - 2 * product >= least) continue
      least = square - 2 * product
      winner = k
    }
  return winner
}
