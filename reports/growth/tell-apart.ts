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
 * the verdict needs 97.5% of the resamples on one side of it; 99% leave room for what else it needs.
 */
const apart = 2 * (2.33 + 1.28)
/** A sweep with more sizes or more replicates knows the spread at least so well. */
const degreesThen = 30

/**
 * What would tell the class of a curve from its rivals, if the cost goes on along that curve and larger sizes have the
 * error of the largest one. `curveAt` gives the curve at any places. Null if there is no rival.
 */
export function enoughToTell(
  curveAt: (places: readonly Place[]) => Float64Array,
  rivals: readonly Candidate[],
  places: readonly Place[],
  { weights, variance, degrees, counts, systematic }: Observed,
): Enough | null {
  if (rivals.length === 0) return null
  const needed = apart ** 2 * (1 + 10 / Math.max(degrees, degreesThen))
  /** The square distance of the nearest rival, in units of the error. */
  const distance = (all: readonly Place[]): number => {
    const fitter = new Fitter(Float64Array.from(all, (_, i) => (weights[i] ?? weights.at(-1)!) / variance))
    const levels = fitter.shape(curveAt(all))
    return Math.min(...rivals.map((rival) => fitter.bestOf(levels, familiesOf(rival, all)).misfit))
  }
  const replicates = twoDigits(Math.ceil((Math.max(...counts) * needed) / distance(places)))
  return {
    size: firstSize(places, (all) => distance(all) >= needed),
    replicates: systematic || !(replicates <= mostReplicates) ? null : replicates,
  }
}

/** The largest size of the shortest sweep that goes on doubling and is enough. */
function firstSize(places: readonly Place[], isEnough: (all: readonly Place[]) => boolean): number | null {
  const all = [...places]
  for (let i = 0; i < mostDoublings; i++) {
    const n = 2 * all.at(-1)!.n
    // What m and D are there cannot be foretold, so that a class that depends on them is never told apart.
    all.push({ n, m: Number.NaN, D: Number.NaN, ecc: Number.NaN })
    if (isEnough(all)) return n
  }
  return null
}

/** Rounded up: 876 is about 880. */
function twoDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1)
  return unit * Math.ceil(value / unit)
}
