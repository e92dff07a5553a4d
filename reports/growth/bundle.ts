import type { Candidate } from './candidates.ts'
import { type Family, familiesOf } from './curves.ts'
import type { Fit, Fitter, Shape } from './fitter.ts'
import type { Place } from './growth-class.ts'

/** The curves of a class at the places of a sweep. */
export interface Bundle {
  readonly candidate: Candidate
  readonly families: readonly Family[]
  /** The sum of weighted squares that its nearest curve leaves: of those on the grid, or of all if it is refined. */
  readonly misfit: number
}

/** A bundle that holds, beside those on the grid, the very best curve of each of its families. */
export interface RefinedBundle extends Bundle {
  readonly shapes: readonly Shape[]
  readonly best: Fit
  /** Which family the best curve is of. */
  readonly bestFamily: number
}

export function bundleOf(
  candidate: Candidate,
  places: readonly Place[],
  fitter: Fitter,
  levels: Shape,
): Bundle {
  const families = familiesOf(candidate, places)
  const misfit = Math.min(...families.map((family) => fitter.onGrid(levels, family).misfit))
  return { candidate, families, misfit }
}

export function refined(bundle: Bundle, fitter: Fitter, levels: Shape): RefinedBundle {
  const fits = bundle.families.map((family) => fitter.best(levels, family))
  const bestFamily = fits.reduce((a, { misfit }, i) => (misfit < fits[a]!.misfit ? i : a), 0)
  const best = fits[bestFamily]!
  const onGrid = bundle.families.flatMap(({ grid, at }) => grid.map(at))
  const shapes = [...fits.map(({ curve }) => curve), ...onGrid].map((curve) => fitter.shape(curve))
  return { ...bundle, shapes, best, bestFamily, misfit: best.misfit }
}

/** The best curve, carried on to other places. */
export const continued =
  ({ candidate, best, bestFamily }: RefinedBundle) =>
  (places: readonly Place[]): Float64Array =>
    familiesOf(candidate, places)[bestFamily]!.at(best.coefficient)
