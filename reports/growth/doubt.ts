import type { Interval } from '../../engine/index.ts'
import type { Bundle } from './bundle.ts'
import { Fitter, type Shape } from './fitter.ts'
import type { Place } from './growth-class.ts'
import type { Remainder } from './least-squares.ts'
import { marked } from './marked.ts'
import type { Observed } from './noise.ts'

/**
 * Why a class that beats all others is not named. `misfit`: its curve misses the costs by more than chance explains;
 * `slope`: they have another slope at the largest sizes; `prediction`: its curve through the smaller sizes misses the
 * largest; `term`: it fits only with a term of lower order that is not minor at the largest size; `power`: the slope over
 * the range is not that of its leading term, and a power of n fits as well; `straight`: a power of n, which the class is not,
 * fits better, so that the costs show no logarithm; on several kinds of network a product of powers of n, m and D does,
 * markedly if the leading term alone fits.
 * `bent`: a power law fits better than every class, and does not fit either, or all classes are far off.
 */
export type Doubt = 'misfit' | 'slope' | 'prediction' | 'term' | 'power' | 'straight' | 'bent'

/** How far costs may be from a curve though chance explains nothing: they have small terms that no class has. */
const tolerated = { misfit: 0.02, slope: 0.03, prediction: 0.05, exponent: 0.01 } as const
/** No curve is so good that less than this would count. */
const negligible = 0.003
/** So many standard errors count as chance. */
const errors = 2.5
/**
 * So many units of χ² show that the curve of a class fits better than one with a minor term, and than a power law: it was
 * chosen among dozens, so that chance alone often gives it a few.
 */
const better = { minor: 2, power: 6 } as const
/** The parameters of a curve of a class: its coefficients. */
const own = 2
/** A curve this near to a power of n is one, but for rounding. */
const rounding = 1e-9

/** What is known of the class that beats the others. */
interface Winner {
  readonly bundle: Bundle
  readonly places: readonly Place[]
  /** What replicates alone tell, and with errors that explain the distances from a smooth curve. */
  readonly replicated: Observed
  readonly observed: Observed
  /** A unit of χ², larger where the errors are poorly known. */
  readonly unit: number
  readonly fitter: Fitter
  readonly levels: Shape
  /** The logarithms of n. */
  readonly n: Shape
  /** What smooth curves and a power law leave. */
  readonly smooth: Remainder
  readonly law: Remainder
  /** Whether there are several kinds of network. */
  readonly varied: boolean
  /** The slope of the levels over all sizes. */
  readonly exponent: Interval & { readonly value: number }
  /** The largest sizes, and the error in the logarithm with which the class predicts them. */
  readonly held: readonly boolean[]
  readonly holdOut: number
}

/** The first reason not to name the class; null if there is none. */
export function doubtAbout(winner: Winner): Doubt | null {
  const found = (Object.keys(tests) as (keyof typeof tests)[]).find((doubt) => tests[doubt](winner))
  return found ?? null
}

const tests: Readonly<Record<Exclude<Doubt, 'bent'>, (winner: Winner) => boolean>> = {
  misfit({ bundle, places, replicated, observed, unit, fitter, smooth, varied }) {
    const typical = Math.sqrt(bundle.misfit / fitter.total)
    const free = Math.max(1, places.length - 2)
    const isReplicated = replicated.counts.some((count) => count > 1)
    const isKnown = isReplicated && (replicated.variance === 0 || replicated.degrees > 20)
    const variance = isReplicated ? replicated.variance : observed.variance
    const poorly = isKnown ? 1 : unit / Math.max(observed.variance, 1e-300)
    const chance = variance * poorly * (free + 3 * Math.sqrt(2 * free))
    return (
      (typical > tolerated.misfit && bundle.misfit > chance) ||
      (typical > (varied ? tolerated.misfit : negligible) &&
        bundle.misfit - smooth.misfit > marked(smooth.rank - own) * unit)
    )
  },
  term({ bundle, unit, fitter, levels, varied }) {
    const { to, minor } = bundle.families[bundle.nearest]!
    // On several kinds of network terms are told apart by what n, m and D are there, not by the largest size alone.
    if (varied || to <= minor) return false
    const families = bundle.families.map((one) => ({ ...one, to: Math.min(one.to, one.minor) }))
    const { misfit } = fitter.bestOf(levels, families)
    return misfit - bundle.misfit > better.minor * unit && Math.sqrt(misfit / fitter.total) > negligible
  },
  power({ bundle, unit, fitter, n, law, varied, exponent: { value, low, high } }) {
    if (varied) return false
    const alone = slopeAlone(bundle, fitter, n)
    // A little more than the 95% interval, which misses the truth once in twenty sweeps.
    const isOutside =
      alone < value - 1.3 * (value - low) - tolerated.exponent ||
      alone > value + 1.3 * (high - value) + tolerated.exponent
    return isOutside && law.misfit - bundle.misfit < better.power * unit
  },
  straight({ bundle, unit, fitter, n, law, varied }) {
    if (varied) {
      const isAlone = bundle.fits[0]!.misfit - bundle.misfit <= better.power * unit
      return bundle.misfit - law.misfit > (isAlone ? marked(law.rank - own) * unit : 0)
    }
    const leading = fitter.shape(bundle.families[0]!.at(0))
    const bend = leading.square - fitter.slope(leading.values, n) ** 2 * n.square
    return bend > rounding * n.square && law.misfit < bundle.misfit
  },
  slope({ bundle, places, observed, unit, fitter, levels, held }) {
    const { values } = fitter.shape(bundle.fits[bundle.nearest]!.curve)
    const from = Math.min(held.indexOf(true), places.length - 3)
    const last = new Fitter(fitter.weights.map((weight, i) => (i < from ? 0 : weight)))
    const n = last.shape(Float64Array.from(places, (place) => Math.log(place.n)))
    const left = levels.values.map((level, i) => level - values[i]!)
    const error = observed.variance === 0 ? 0 : Math.sqrt(unit / n.square)
    return Math.abs(last.slope(left, n)) > tolerated.slope + errors * error
  },
  prediction({ places, unit, fitter, held, holdOut }) {
    return holdOut > tolerated.prediction + errors * Math.sqrt(unit) * predictionError(places, held, fitter)
  },
}

/** The exponent of n, at these sizes, of the leading term alone. */
export const slopeAlone = ({ families }: Bundle, fitter: Fitter, n: Shape): number =>
  fitter.slope(families[0]!.at(0), n)

/** The root mean square standard error of what a line through the other places predicts of those held out. */
function predictionError(places: readonly Place[], held: readonly boolean[], { weights }: Fitter): number {
  const trainer = new Fitter(weights.map((weight, i) => (held[i] ? 0 : weight)))
  const n = Float64Array.from(places, (place) => Math.log(place.n))
  const { square } = trainer.shape(n)
  const mean = trainer.mean(n)
  const variances = [...n].flatMap((x, i) =>
    held[i] ? [1 / weights[i]! + 1 / trainer.total + (x - mean) ** 2 / square] : [],
  )
  return Math.sqrt(variances.reduce((a, b) => a + b, 0) / variances.length)
}
