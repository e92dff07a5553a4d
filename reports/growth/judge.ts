import type { Random } from '../../engine/index.ts'
import { bundleOf, continued, type RefinedBundle, refined } from './bundle.ts'
import { candidatesAt } from './candidates.ts'
import { Fitter, type Shape } from './fitter.ts'
import type { GrowthClass, Place } from './growth-class.ts'
import { heldOut, holdOutError } from './hold-out.ts'
import { type Remainder, remainder } from './least-squares.ts'
import { observe, widened } from './noise.ts'
import { parabola, powerLaw, powerOfN } from './power-laws.ts'
import { resample, resamples } from './resample.ts'
import { all, type Enough, enoughToTell } from './tell-apart.ts'

/** The costs at one place, all positive: those of the replicates. */
export interface Observation extends Place {
  readonly costs: readonly number[]
}

/** What is tried. */
export interface Trial {
  readonly classes: readonly GrowthClass[]
  /** What is not tried, and named where it is proportional to what is. */
  readonly names: readonly GrowthClass[]
  /** Whether m or D vary independently of n. */
  readonly varied: boolean
}

/** A class that is not excluded. */
export interface Contender {
  readonly text: string
  /** What it stands for as well, because it is proportional to it at these places. */
  readonly aliases: readonly string[]
  /** In which part of the resamples it fits best. */
  readonly share: number
  /** How far the costs typically lie from its best curve: 0.01 is 1%. */
  readonly misfit: number
  /** The typical error of the curve that fits the smaller sizes best, at the largest ones. */
  readonly holdOut: number
}

/** What the costs say about the class of their growth. */
export interface Judgement {
  /**
   * `grows`: like the first contender; all other classes are excluded. `undecided`: the contenders cannot be told apart.
   * `none`: no class fits; the contenders are those that come nearest.
   */
  readonly kind: 'grows' | 'undecided' | 'none'
  /** The most frequent winners of the resamples first. */
  readonly contenders: readonly Contender[]
  /** All classes that were tried, by how much they grow. */
  readonly tried: readonly string[]
  /** How often the costs were drawn anew. */
  readonly resamples: number
  /** The slope of the logarithm of the cost over that of n, with its 95% interval. */
  readonly exponent: { readonly value: number; readonly low: number; readonly high: number }
  /** What would tell the first contender from the others; null unless it cannot be, or several kinds of network are taken together. */
  readonly enough: Enough | null
}

/** A class that fits best in at least this part of the resamples is the verdict; one that does in the rest, excluded. */
const decisive = 0.99
/** A power law has to fit better by so many units of χ² for each parameter that it has more than a class. */
const markedly = 4
/** Whatever comes from a power law: costs that lie this near to a curve of a class are of that class. */
const nearEnough = 0.01
/** A class whose misfit is larger than the least by so many units of χ² never wins a resample. */
const outOfReach = 100

/**
 * Which class the costs grow like. Errors are multiplicative, so all is done with logarithms. Each class is a bundle
 * of curves: its leading term alone, and with a term of lower order whose coefficient is bounded. The levels of all
 * places are drawn anew from the spread of the replicates, and in each resample the class wins that holds the nearest
 * curve. A class is the verdict only if it wins nearly always, and none is if a power law fits markedly better than
 * all. The observations ascend by n.
 */
export function judgeGrowth(
  observations: readonly Observation[],
  { classes, names, varied }: Trial,
  random: Random,
): Judgement {
  const candidates = candidatesAt(classes, names, observations)
  const replicated = observe(observations.map(({ costs }) => costs.map(Math.log)))
  const fitter = new Fitter(replicated.weights)
  const levels = fitter.shape(replicated.level)
  const bundles = candidates.map((candidate) => bundleOf(candidate, observations, fitter, levels))
  const nearest = bundles.reduce((a, b) => (b.misfit < a.misfit ? b : a))
  const law = remainder(
    replicated.level,
    varied ? powerLaw(observations) : powerOfN(observations),
    fitter.weights,
  )

  const smooth = varied
    ? smoother(law, ownResiduals(refined(nearest, fitter, levels), fitter, levels))
    : remainder(replicated.level, parabola(observations), fitter.weights)
  const observed = widened(replicated, smooth.residuals, Math.max(1, observations.length - smooth.rank))
  const unit = observed.variance * (1 + 10 / Math.max(1, observed.degrees))
  const fitted = bundles
    .filter(({ misfit }) => misfit <= 1.5 * nearest.misfit + outOfReach * unit)
    .map((bundle) => refined(bundle, fitter, levels))
  const n = fitter.shape(Float64Array.from(observations, (place) => Math.log(place.n)))
  const shapes = fitted.map((bundle) => bundle.shapes)
  const { wins, slopes } = resample(observed, fitter, shapes, n, random)
  const contenders = fitted
    .map((bundle, i) => ({ bundle, share: wins[i]! / resamples }))
    .filter(({ share }) => share > 1 - decisive)
    .sort((a, b) => b.share - a.share)
  const [first, ...rivals] = contenders as [(typeof contenders)[0], ...typeof contenders]
  const curveAt = continued(first.bundle)

  const typical = (misfit: number) => Math.sqrt(misfit / fitter.total)
  const left = Math.min(...fitted.map(({ misfit }) => misfit))
  const isBeaten = left - law.misfit > markedly * (law.rank - 1) * unit && typical(left) > nearEnough
  const kind = isBeaten ? 'none' : first.share >= decisive ? 'grows' : 'undecided'
  const held = heldOut(observations)
  return {
    kind,
    contenders: contenders.map(({ bundle: { candidate, families, misfit }, share }) => ({
      text: candidate.text,
      aliases: candidate.aliases,
      share,
      misfit: Math.expm1(typical(misfit)),
      holdOut: holdOutError(observed, families, held),
    })),
    tried: candidates.map(({ text }) => text),
    resamples,
    exponent: {
      value: fitter.slope(observed.level, n),
      low: slopes[Math.floor(0.025 * resamples)]!,
      high: slopes[Math.ceil(0.975 * resamples) - 1]!,
    },
    enough:
      kind === 'undecided' && rivals.length > 0 && !varied
        ? all(rivals.map(({ bundle }) => enoughToTell(curveAt, bundle.candidate, observations, observed)))
        : null,
  }
}

/** What the best curve of a class leaves. It was chosen among many, which counts as if it had four parameters. */
function ownResiduals({ best }: RefinedBundle, fitter: Fitter, levels: Shape): Remainder {
  const { values } = fitter.shape(best.curve)
  const residuals = levels.values.map((level, i) => level - values[i]!)
  return { residuals, misfit: best.misfit, rank: 4 }
}

const smoother = (a: Remainder, b: Remainder): Remainder => (b.misfit < a.misfit ? b : a)
