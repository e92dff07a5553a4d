import type { Candidate } from './candidates.ts'
import { type Family, familiesOf } from './curves.ts'
import type { Fit, Fitter, Shape } from './fitter.ts'
import type { Place } from './growth-class.ts'

/** The curves of a class at the places of a sweep, and those that are nearest to the levels. */
export interface Bundle {
  readonly candidate: Candidate
  readonly families: readonly Family[]
  /** The nearest curve of each family. */
  readonly fits: readonly Fit[]
  /** The number of the family that holds the nearest of all. */
  readonly nearest: number
  /** The sum of weighted squares that the nearest curve leaves. */
  readonly misfit: number
}

export function bundleOf(
  candidate: Candidate,
  places: readonly Place[],
  fitter: Fitter,
  levels: Shape,
): Bundle {
  const families = familiesOf(candidate, places)
  const fits = families.map((family) => fitter.best(levels, family))
  const nearest = fits.reduce((a, { misfit }, i) => (misfit < fits[a]!.misfit ? i : a), 0)
  return { candidate, families, fits, nearest, misfit: fits[nearest]!.misfit }
}

/**
 * The nearest curve, carried on to more places. At the first ones, where the term of lower order weighs most, it stays the
 * same.
 */
export const continued =
  ({ candidate, fits, nearest }: Bundle) =>
  (places: readonly Place[]): Float64Array => {
    // A sum with m or D has no value where these are not known, as at sizes to come.
    const family = familiesOf(candidate, places)[nearest]
    return family?.at(fits[nearest]!.t) ?? new Float64Array(places.length).fill(Number.NaN)
  }
