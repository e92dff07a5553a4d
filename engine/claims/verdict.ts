/** Holds a run to its algorithm's claims. */
import type { AnyAlgorithm, Claim, Execution, Measure, Setting } from '../model/index.ts'
import { claimId } from './claim-id.ts'
import { isRounded, measuredValue } from './measure.ts'
import { claimedValue, formulaOf, type RunKnown, whyNoValue } from './value.ts'

/** `held` and `violated` are of this run; `not checked` is a claim about a mean or a growth. */
export type Verdict = 'held' | 'violated' | 'not checked'

/** A claim of an algorithm: its id, and the measure that it is about. */
export interface StatedClaim {
  readonly id: string
  readonly measure: Measure
  readonly claim: Claim
}

/** A claim held to an execution. */
export interface Judgement extends StatedClaim {
  /** The value of the claim's formula for this instance. */
  readonly bound: number
  readonly measured: number
  readonly verdict: Verdict
  /** Why the run could not be held to it: “D is not known here”. Absent where it was, or where no single run is. */
  readonly reason?: string
}

/**
 * The claims that apply to the run, judged, in the order in which the algorithm states them. An execution that was
 * cut short (budget, failure, a property violated on the way) has reached only part of its cost, so only upper bounds
 * can be judged; a bound that depends on something unknown, such as the diameter of a huge network, cannot.
 */
export function judge(algorithm: AnyAlgorithm, setting: Setting, execution: Execution): Judgement[] {
  const { outcome, measures, final } = execution
  const cut = outcome.kind === 'violated' && outcome.where !== undefined
  const ended = outcome.kind !== 'budget' && outcome.kind !== 'failed' && !cut
  const cost = (measure: Measure) => measuredValue(algorithm, execution, measure)
  const { timeUnit, initiators, operations, faulty = 0 } = measures
  const completed = operations?.completed
  const seen = { ended, unit: timeUnit, initiators, faulty, completed, final: ended ? final : null }
  return judgeCosts(algorithm, setting, cost, seen)
}

/** How costs came about, as far as verdicts depend on it. */
export interface CostsSeen extends RunKnown {
  /** False if they are only part of what there is. Default: true. */
  readonly ended?: boolean
}

/** The same for costs by measure, null where one is not known. */
export function judgeCosts(
  algorithm: AnyAlgorithm,
  setting: Setting,
  cost: (measure: Measure) => number | null,
  { ended = true, ...known }: CostsSeen = {},
): Judgement[] {
  const judgements: Judgement[] = []
  for (const stated of allClaims(algorithm)) {
    const { id, measure, claim } = stated
    if (!applies(claim, setting)) continue
    const measured = cost(measure)
    if (measured === null) continue
    const bound = claimedValue(claim, setting, known)
    const { beyond } = setting
    if (beyond !== undefined) {
      judgements.push({ id, measure, claim, bound, measured, verdict: 'not checked', reason: beyond })
      continue
    }
    const judged = Number.isFinite(bound) && (ended || (claim.kind !== 'at least' && measured > bound))
    if (judged) {
      judgements.push({ id, measure, claim, bound, measured, verdict: verdictOn(stated, bound, measured) })
      continue
    }
    const reason = whyNoValue(claim, setting, known) ?? 'the run was cut short'
    judgements.push({ id, measure, claim, bound, measured, verdict: 'not checked', reason })
  }
  return judgements
}

/** The claims whose conditions the setting meets. */
export function applicableClaims(algorithm: AnyAlgorithm, setting: Setting): readonly StatedClaim[] {
  return allClaims(algorithm).filter(({ claim }) => applies(claim, setting))
}

const applies = ({ when }: Claim, setting: Setting): boolean => when === undefined || when.holds(setting)

const stated = new WeakMap<AnyAlgorithm, readonly StatedClaim[]>()

/** Every claim of an algorithm with its id and the measure that it is about. */
export function allClaims(algorithm: AnyAlgorithm): readonly StatedClaim[] {
  let claims = stated.get(algorithm)
  if (claims === undefined) stated.set(algorithm, (claims = [...claimsOf(algorithm)]))
  return claims
}

function* claimsOf({ name, claims = {} }: AnyAlgorithm): Generator<StatedClaim> {
  for (const [key, about] of Object.entries(claims))
    for (const claim of [about ?? []].flat() as Claim[]) {
      const measure = key as Measure
      yield { id: claimId(name, measure, claim), measure, claim }
    }
}

/** Whether a claim depends on how many processors wake by themselves; of an algorithm, whether one of its claims does. */
export function mentionsWakers(about: AnyAlgorithm | Claim): boolean {
  if ('formula' in about) return formulaOf(about.formula).variables.includes('k')
  return allClaims(about).some(({ claim }) => mentionsWakers(claim))
}

/** Times are sums of rounded delays, so a bound is exceeded only by more than their rounding can explain. */
const timeTolerance = 1e-9
/** Counts are exact; only the formula that they are held to may be rounded, as n H(n) is. */
const countTolerance = 1e-14

function verdictOn({ measure, claim: { kind } }: StatedClaim, bound: number, measured: number): Verdict {
  const slack = (isRounded(measure) ? timeTolerance : countTolerance) * Math.max(1, Math.abs(bound))
  if (kind === 'at most') return measured <= bound + slack ? 'held' : 'violated'
  if (kind === 'at least') return measured >= bound - slack ? 'held' : 'violated'
  if (kind === 'exactly') return Math.abs(measured - bound) <= slack ? 'held' : 'violated'
  return 'not checked'
}
