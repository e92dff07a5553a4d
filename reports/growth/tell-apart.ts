import type { Candidate } from './candidates.ts'
import { familiesOf } from './curves.ts'
import { Fitter } from './fitter.ts'
import type { Place } from './growth-class.ts'
import type { Observed } from './noise.ts'

/** What would tell two classes apart. */
export interface Enough {
  /** The largest size of a sweep that goes on doubling; null where no practicable one would, or beside n m or D vary. */
  readonly size: number | null
  /** Replicates at the sizes as they are; null where no practicable number would. */
  readonly replicates: number | null
}

/** No one sweeps beyond these. */
const mostDoublings = 24
const mostReplicates = 10_000
/**
 * Two curves this many standard errors apart are told apart nine times in ten: the border between them is halfway, and
 * the verdict needs 99% of the resamples on one side of it.
 */
const apart = 2 * (2.33 + 1.28)
/** A sweep with more sizes or more replicates knows the spread at least so well. */
const degreesThen = 30

/**
 * What would tell the class of a curve from a rival, if the cost goes on along that curve and larger sizes have the
 * error of the largest one. `curveAt` gives the curve at any places.
 */
export function enoughToTell(
  curveAt: (places: readonly Place[]) => Float64Array,
  rival: Candidate,
  places: readonly Place[],
  observed: Observed,
): Enough {
  const { weights, variance, degrees, counts, systematic } = observed
  const needed = apart ** 2 * (1 + 10 / Math.max(degrees, degreesThen))
  const distance = (all: readonly Place[]): number => {
    const fitter = new Fitter(Float64Array.from(all, (_, i) => (weights[i] ?? weights.at(-1)!) / variance))
    const levels = fitter.shape(curveAt(all))
    return Math.min(...familiesOf(rival, all).map((family) => fitter.onGrid(levels, family).misfit))
  }
  const larger = [...places]
  let size: number | null = null
  for (let i = 0; i < mostDoublings && size === null; i++) {
    const n = 2 * larger.at(-1)!.n
    larger.push({ n, m: Number.NaN, D: Number.NaN, ecc: Number.NaN })
    const far = distance(larger)
    // A class that depends on more than n cannot be foretold.
    if (!Number.isFinite(far)) break
    if (far >= needed) size = n
  }
  const replicates = Math.ceil((Math.max(...counts) * needed) / distance(places))
  return { size, replicates: systematic || replicates > mostReplicates ? null : twoDigits(replicates) }
}

/** Rounded up: 876 is about 880. */
function twoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return unit * Math.ceil(value / unit)
}

/** What tells all of several pairs apart. */
export function all(several: readonly Enough[]): Enough {
  const most = (values: readonly (number | null)[]): number | null =>
    values.reduce((a, b) => (a === null || b === null ? null : Math.max(a, b)))
  return {
    size: most(several.map(({ size }) => size)),
    replicates: most(several.map(({ replicates }) => replicates)),
  }
}
