import type { Bundle } from './bundle.ts'
import type { Fitter } from './fitter.ts'
import { type Remainder, remainder } from './least-squares.ts'
import { marked } from './marked.ts'
import type { Observed } from './noise.ts'
import type { Observation } from './observation.ts'
import { constants } from './power-laws.ts'

/**
 * When a power law beats all classes: it fits better by so many units of χ² for each parameter that it has more, and costs
 * typically lie farther than this from every curve. Networks of several kinds differ in more than n, m and D.
 */
const beaten = { onOneKind: { by: 4, beyond: 0.02 }, onSeveral: { by: 6, beyond: 0.05 } } as const
/** A power law that lies so near is not bent. */
const straight = 0.003
/** Kinds of network on which costs lie this far from every curve, and not by chance, have not one class in common. */
const uneven = 0.15

/** What was fitted to the costs. */
interface Fits {
  readonly observations: readonly Observation[]
  readonly bundles: readonly Bundle[]
  readonly nearest: Bundle
  /** What smooth curves and a power law leave. */
  readonly smooth: Remainder
  readonly law: Remainder
  readonly observed: Observed
  /** A unit of χ², larger where the errors are poorly known. */
  readonly unit: number
  readonly fitter: Fitter
}

/**
 * Whether the costs of one kind of network are of no class. `none`: a power law fits markedly better than every class, and
 * nothing fits better than that. `bent`: something does, so that no law of the costs is known. Null if a class may fit.
 */
export function outsiderOnOneKind({
  nearest,
  smooth,
  law,
  observed,
  unit,
  fitter,
}: Fits): 'none' | 'bent' | null {
  const typical = ({ misfit }: { readonly misfit: number }) => Math.sqrt(misfit / fitter.total)
  const { by, beyond } = beaten.onOneKind
  if (nearest.misfit - law.misfit <= by * (law.rank - 1) * unit || typical(nearest) <= beyond) return null
  return law.misfit - smooth.misfit <= 4 * observed.variance || typical(law) < straight ? 'none' : 'bent'
}

/**
 * The same on several kinds of network. They are of no class, too, if a class fits that has another constant on each.
 */
export function outsiderOnSeveral(fits: Fits): 'none' | 'bent' | null {
  const { observations, bundles, nearest, smooth, law, observed, unit, fitter } = fits
  const typical = ({ misfit }: { readonly misfit: number }) => Math.sqrt(misfit / fitter.total)
  const { by, beyond } = beaten.onSeveral
  const isMarked = (worse: { readonly misfit: number }, rank: number) =>
    worse.misfit - smooth.misfit > marked(smooth.rank - rank) * unit
  const isBeaten = nearest.misfit - law.misfit > by * (law.rank - 1) * unit && typical(nearest) > beyond
  if (isBeaten && !isMarked(law, law.rank)) return 'none'
  if (!isMarked(nearest, 2) || typical(nearest) <= uneven) return isBeaten ? 'bent' : null
  const columns = constants(observations)
  const isOfOwnConstants = bundles.some(({ families }) => {
    const left = observed.level.map((level, i) => level - families[0]!.at(0)[i]!)
    const rest = remainder(left, columns, fitter.weights)
    return !isMarked(rest, rest.rank)
  })
  return isOfOwnConstants ? 'none' : 'bent'
}
