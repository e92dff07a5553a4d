import type { Interval, Random } from '../../engine/index.ts'
import { type Bundle, bundleOf, continued } from './bundle.ts'
import { candidatesAt } from './candidates.ts'
import { type Doubt, doubtAbout, slopeAlone } from './doubt.ts'
import { Fitter, type Shape } from './fitter.ts'
import type { Contender, GrowthAssessment } from './growth-assessment.ts'
import type { GrowthClass, Place } from './growth-class.ts'
import { heldOut, holdOutError } from './hold-out.ts'
import { type Remainder, remainder } from './least-squares.ts'
import { observe, widened } from './noise.ts'
import { parabola, powerLaw, powerOfN } from './power-laws.ts'
import { resample, resamples } from './resample.ts'
import { enoughToTell } from './tell-apart.ts'

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

/** A class that fits best in at least this part of the resamples is the verdict; one that does in the rest, excluded. */
const decisive = 0.975
/**
 * When a power law beats all classes: it fits better by so many units of χ² for each parameter that it has more, and costs
 * typically lie farther than this from every curve. Networks of several kinds differ in more than n, m and D.
 */
const beaten = { onOneKind: { by: 4, beyond: 0.02 }, onSeveral: { by: 6, beyond: 0.05 } } as const
/** A power law that lies so near is not bent. */
const straight = 0.003
/** Kinds of network on which costs lie this far from every curve, and not by chance, have not one class in common. */
const uneven = 0.15
/** A class whose misfit is larger than the least by so many units of χ² wins no resample. */
const outOfReach = 100
/** The best curve of a class was chosen among many, which counts as if it had so many parameters. */
const parametersOfBest = 4

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
  const bend = left(parabola(observations))
  const smooth = !varied ? bend : own.misfit < law.misfit ? own : law
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

  const typical = (misfit: number) => Math.sqrt(misfit / fitter.total)
  const { by, beyond } = varied ? beaten.onSeveral : beaten.onOneKind
  const gain = nearest.misfit - law.misfit
  const isReplicated = observations.some(({ costs }) => costs.length > 1)
  const isUneven = varied && isReplicated && observed.systematic && typical(nearest.misfit) > uneven
  const isBeaten = isUneven || (gain > by * (law.rank - 1) * unit && typical(nearest.misfit) > beyond)
  const isStraight =
    varied || law.misfit - bend.misfit <= 4 * observed.variance || typical(law.misfit) < straight
  const isDecisive = !isBeaten && share >= decisive
  const held = heldOut(observations)
  const errorOf = ({ families }: Bundle) => holdOutError(observed, families, held)
  const error = errorOf(first)
  const predictor = isDecisive ? (bundles.find((bundle) => errorOf(bundle) < error) ?? first) : first
  const exponent = { value: fitter.slope(observed.level, n), ...middle(slopes) }
  const doubt = ((): Doubt | null => {
    if (isBeaten) return isStraight ? null : 'bent'
    if (!isDecisive || varied) return null
    const holdOut = Math.log1p(error)
    const fits = { smooth: bend.misfit, power: law.misfit, fitter, levels, n, exponent, held, holdOut }
    return doubtAbout({ bundle: first, places: observations, replicated, observed, unit, ...fits })
  })()
  const isNamed = isDecisive && predictor === first && doubt === null
  const kind = isBeaten && isStraight ? 'none' : isNamed ? 'grows' : 'undecided'
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
