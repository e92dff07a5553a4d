import type { Interval, Random } from '../../engine/index.ts'
import { type Bundle, bundleOf, continued } from './bundle.ts'
import { candidatesAt } from './candidates.ts'
import { doubtAbout, slopeAlone } from './doubt.ts'
import { Fitter, type Shape } from './fitter.ts'
import type { Contender, GrowthAssessment } from './growth-assessment.ts'
import type { GrowthClass } from './growth-class.ts'
import { heldOut, holdOutError } from './hold-out.ts'
import { type Remainder, remainder } from './least-squares.ts'
import { observe, widened } from './noise.ts'
import type { Observation } from './observation.ts'
import { outsiderOnOneKind, outsiderOnSeveral } from './outsider.ts'
import { parabolas, powerLaw, powerOfN } from './power-laws.ts'
import { resample, resamples } from './resample.ts'
import { enoughToTell } from './tell-apart.ts'

/** What is tried. */
export interface Trial {
  readonly classes: readonly GrowthClass[]
  /** What is not tried, and named where it is proportional to what is. */
  readonly names: readonly GrowthClass[]
  /** Whether m or D vary independently of n. */
  readonly varied: boolean
}

/** A class that fits best in at least this part of the resamples is the verdict; one that does in the rest, excluded. */
const decisive = 0.975
/** A class whose misfit is larger than the least by so many units of χ² wins no resample. */
const outOfReach = 100
/** The best curve of a class was chosen among many, which counts as if it had so many parameters. */
const parametersOfBest = 4
/** Parabolas on each kind of network tell of the errors if they leave so many degrees of freedom. */
const leastFree = 4

/**
 * Which class the costs grow like. Errors are multiplicative, so all is done with logarithms. Each class is a bundle
 * of curves: its leading term alone, and with a term of lower order whose coefficient is bounded. The levels of all
 * places are drawn anew from the spread of the replicates, and in each resample the class wins that holds the nearest
 * curve. A class is the verdict only if it wins nearly always, predicts the largest sizes best from the others, and
 * nothing speaks against its curve; none is if a power law fits markedly better than all. The observations ascend by n.
 */
export function assessGrowth(
  observations: readonly Observation[],
  { classes, names, varied }: Trial,
  random: Random,
): GrowthAssessment {
  const candidates = candidatesAt(classes, names, observations)
  const replicated = observe(observations.map(({ costs }) => costs.map(Math.log)))
  const fitter = new Fitter(replicated.weights)
  const levels = fitter.shape(replicated.level)
  const bundles = candidates.map((candidate) => bundleOf(candidate, observations, fitter, levels))
  const nearest = bundles.reduce((a, b) => (b.misfit < a.misfit ? b : a))
  const left = (columns: readonly number[][]) => remainder(replicated.level, columns, fitter.weights)
  const law = left(varied ? powerLaw(observations) : powerOfN(observations))
  const own = leftBy(nearest, fitter, levels)
  const bends = left(parabolas(observations))
  const isSmooth = !varied || observations.length - bends.rank >= leastFree
  const smooth = isSmooth ? bends : own.misfit < law.misfit ? own : law
  const observed = widened(replicated, smooth.residuals, Math.max(1, observations.length - smooth.rank))

  const unit = observed.variance * (1 + 10 / Math.max(1, observed.degrees))
  const inReach = bundles.filter(({ misfit }) => misfit <= 1.5 * nearest.misfit + outOfReach * unit)
  const n = fitter.shape(Float64Array.from(observations, (place) => Math.log(place.n)))
  const { wins, slopes } = resample(observed, fitter, inReach, n, random)
  const winners = inReach
    .map((bundle, i) => ({ bundle, share: wins[i]! / resamples }))
    .filter(({ share }) => share > 1 - decisive)
    .sort((a, b) => b.share - a.share)
  const { bundle: first, share } = winners[0]!
  const rivals = winners.slice(1).map(({ bundle }) => bundle.candidate)

  const fits = { smooth, law, observed, unit, fitter, varied, levels, n }
  const judge = varied ? outsiderOnSeveral : outsiderOnOneKind
  const outsider = judge({ ...fits, observations, bundles, nearest })
  const isDecisive = outsider === null && share >= decisive
  const held = heldOut(observations)
  const errorOf = ({ families }: Bundle) => holdOutError(observed, families, held)
  const error = errorOf(first)
  const predictor = isDecisive ? (bundles.find((bundle) => errorOf(bundle) < error) ?? first) : first
  const exponent = { value: fitter.slope(observed.level, n), ...middle(slopes) }
  const winner = { ...fits, bundle: first, places: observations, replicated, exponent, held }
  const doubt = isDecisive
    ? doubtAbout({ ...winner, holdOut: Math.log1p(error) })
    : outsider === 'bent'
      ? 'bent'
      : null
  const isNamed = isDecisive && predictor === first && doubt === null
  const kind = outsider === 'none' ? 'none' : isNamed ? 'grows' : 'undecided'
  return {
    kind,
    contenders: winners.map(({ bundle, share }) => {
      const holdOut = bundle === first ? error : errorOf(bundle)
      return contenderOf(bundle, { share, holdOut, slopeAlone: slopeAlone(bundle, fitter, n) }, fitter)
    }),
    doubt,
    betterPredictor: predictor === first ? null : predictor.candidate.text,
    tried: candidates.map(({ text }) => text),
    resamples,
    exponent,
    enough:
      kind === 'undecided' && !varied && doubt === null
        ? enoughToTell(continued(first), rivals, observations, observed)
        : null,
  }
}

/** The interval that has 95% of the values, which ascend. */
const middle = (values: Float64Array): Interval => ({
  low: values[Math.floor(0.025 * values.length)]!,
  high: values[Math.ceil(0.975 * values.length) - 1]!,
})

function contenderOf(
  { candidate: { text, aliases }, misfit, families, nearest }: Bundle,
  rest: Pick<Contender, 'share' | 'holdOut' | 'slopeAlone'>,
  { total }: Fitter,
): Contender {
  return {
    text,
    aliases,
    misfit: Math.expm1(Math.sqrt(misfit / total)),
    term: families[nearest]!.term,
    ...rest,
  }
}

/** What the nearest curve of a class leaves. */
function leftBy({ fits, nearest, misfit }: Bundle, fitter: Fitter, levels: Shape): Remainder {
  const { values } = fitter.shape(fits[nearest]!.curve)
  return { residuals: levels.values.map((level, i) => level - values[i]!), misfit, rank: parametersOfBest }
}
