import type { Random } from '../../engine/index.ts'
import type { Bundle } from './bundle.ts'
import type { Fitter, Shape } from './fitter.ts'
import { type Observed, redraw } from './noise.ts'

/** How often the levels are drawn anew. */
export const resamples = 1000

/** What the resamples show. */
interface Resampled {
  /** How often each bundle held the nearest curve of all. */
  readonly wins: readonly number[]
  /** The slopes of the levels over a variable, ascending. */
  readonly slopes: Float64Array
}

/** Draws the levels anew, and asks each time which bundle holds the nearest curve. */
export function resample(
  observed: Observed,
  fitter: Fitter,
  bundles: readonly Bundle[],
  variable: Shape,
  random: Random,
): Resampled {
  const segments = bundles.flatMap((bundle, i) => segmentsOf(bundle, i, fitter))
  const wins = bundles.map(() => 0)
  const slopes = new Float64Array(resamples)
  const levels = new Float64Array(observed.level.length)
  for (let i = 0; i < resamples; i++) {
    redraw(observed, random, levels)
    slopes[i] = fitter.slope(levels, variable)
    for (let s = 0; s < levels.length; s++) levels[s]! *= fitter.weights[s]!
    wins[nearest(levels, segments)]!++
  }
  return { wins, slopes: slopes.sort() }
}

/** A family near its best curve, where it is almost straight: the curve, and the line along its tangent. */
interface Segment {
  readonly bundle: number
  readonly curve: Shape
  readonly tangent: Shape
  /** The product of the two. */
  readonly along: number
  /** How far the family goes on either side. */
  readonly back: number
  readonly forth: number
}

function segmentsOf({ families, fits }: Bundle, bundle: number, fitter: Fitter): Segment[] {
  return families.map((family, i) => {
    const { t } = fits[i]!
    const curve = fitter.shape(fits[i]!.curve)
    const tangent = fitter.shape(family.tangent(t))
    const along = fitter.product(curve.values, tangent.values)
    return { bundle, curve, tangent, along, back: family.from - t, forth: family.to - t }
  })
}

/** The bundle with the nearest segment. Of each square distance only what differs between segments is computed. */
function nearest(weighted: Float64Array, segments: readonly Segment[]): number {
  let winner = 0
  let least = Number.POSITIVE_INFINITY
  for (const { bundle, curve, tangent, along, back, forth } of segments) {
    let onCurve = 0
    let onTangent = -along
    for (let i = 0; i < weighted.length; i++) {
      onCurve += weighted[i]! * curve.values[i]!
      onTangent += weighted[i]! * tangent.values[i]!
    }
    const step = tangent.square > 0 ? Math.min(forth, Math.max(back, onTangent / tangent.square)) : 0
    const distance = curve.square - 2 * onCurve + step * (step * tangent.square - 2 * onTangent)
    if (distance >= least) continue
    least = distance
    winner = bundle
  }
  return winner
}
