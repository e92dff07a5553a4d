import { isAboutMean } from '../../claims/claim.ts'
import { formulaOf } from '../../claims/value.ts'
import { type Judgement, judgeCosts, mentionsWakers } from '../../claims/verdict.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Call, Claim, Measure, Setting } from '../../model/index.ts'
import { isFollowUp } from '../../services/index.ts'
import type { Choice, WakeUps } from '../schedules/play.ts'
import { WAKES } from '../schedules/play.ts'
import type { CountedMessages, Exploration, FoundViolation } from './exploration.ts'

/** A claim held to the extremes of what was explored. */
export interface JudgedClaim {
  readonly measure: Measure
  readonly kind: Claim['kind']
  readonly formula: string
  readonly bound: number
  /** The most that it is held to; the least, if it is a bound from below. */
  readonly measured: number
  readonly verdict: Judgement['verdict']
  /** Why it could not be judged; absent where it was. */
  readonly reason?: string
  /** The place of the instance among those that were explored. */
  readonly instance: number
}

/** What judging takes besides the exploration. */
interface JudgingOptions {
  readonly wakeUps: WakeUps
  /** The rule by which identifiers were assigned. */
  readonly identifiers: string
  /** What each processor is asked for. */
  readonly calls: readonly (readonly Call[])[]
}

interface Judged {
  readonly judgement: Judgement
  readonly choices: () => readonly Choice[]
}

/**
 * Holds what was explored on an instance to the algorithm's claims about messages, about those of a type and about time:
 * the most to those from above, the least to those from below, both to exact ones. A claim that depends on how many wake by
 * themselves is held, for each such number, to the executions that have it. One that depends on the final configuration is
 * judged where all executions come to the same. Each claim is judged once; if it is violated anywhere, it is violated.
 */
export function judgeExploration(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  instance: number,
  found: Exploration,
  { wakeUps, identifiers, calls }: JudgingOptions,
): { readonly claims: readonly JudgedClaim[]; readonly violations: readonly FoundViolation[] } {
  const ended = found.exhausted && !found.endless
  const final = ended ? found.finals.only : null
  const completed = ended ? completedIn(algorithm, calls, found) : undefined
  const judge = (
    setting: ComputedInstance,
    measure: Measure,
    cost: number,
    choices: () => readonly Choice[],
  ) => {
    const asked = (other: Measure) => (other === measure ? cost : null)
    return judgeCosts(algorithm, settingOf(setting, identifiers), asked, { ended, final, completed })
      .filter(({ claim }) => isAboutEach(claim) && (wakeUps === 'at zero' || whoeverWakes(claim)))
      .map((judgement): Judged => ({ judgement, choices }))
  }
  const ofMessages = found.counts.flatMap((counted) =>
    (['most', 'least'] as const).flatMap((extreme) => {
      const cost = extreme === 'most' ? counted.max : counted.min
      if (cost === null) return []
      const choices = () => counted.witness(extreme)
      const setting = counted.wakers === null ? problem : withWakers(problem, choices())
      return judge(setting, counted.measure, cost, choices).filter(
        ({ judgement: { claim } }) => isAbout(claim, extreme) && isAboutKind(claim, counted, found),
      )
    }),
  )
  const { time, witnesses } = found
  const ofTime = time === null ? [] : judge(problem, 'time', time.max, () => witnesses.timeMax!)
  const all = [...ofMessages, ...ofTime]
  const worst = [...new Set(all.map(({ judgement: { claim } }) => claim))].map((claim) => {
    const judged = all.filter(({ judgement }) => judgement.claim === claim)
    return judged.find(({ judgement: { verdict } }) => verdict === 'violated') ?? judged[0]!
  })
  return {
    claims: worst.map(({ judgement }) => judgedClaim(judgement, instance)),
    violations: worst
      .filter(({ judgement }) => judgement.verdict === 'violated')
      .map(({ judgement: { measure, claim, bound, measured }, choices }) => ({
        property: `${measure} ${claim.kind} ${formulaOf(claim.formula).text}`,
        reason: `${measure} ${measured}, but ${formulaOf(claim.formula).text} = ${bound}`,
        choices: choices(),
      })),
  }
}

/** How many operations every execution completes; undefined where some execution leaves one unanswered. */
function completedIn(
  { service }: AnyAlgorithm,
  calls: readonly (readonly Call[])[],
  { violations }: Exploration,
): number | undefined {
  if (service === undefined || violations.some(({ property }) => property === 'answered')) return undefined
  return calls.flat().filter(({ operation }) => !isFollowUp(service, operation)).length
}

/** Whether the condition of the claim has nothing to do with who wakes, and when. */
const whoeverWakes = ({ when }: Claim): boolean =>
  when === undefined || when.about?.includes('wake-up') === false

const settingOf = (instance: ComputedInstance, identifiers: string): Setting => ({
  instance,
  timing: 'asynchronous',
  unitDelays: false,
  identifiers,
})

/** Whether a claim is about each execution, not about a mean or a growth. */
const isAboutEach = (claim: Claim): boolean => claim.kind !== 'order' && !isAboutMean(claim)

/** Whether a claim bounds the most, or the least. */
const isAbout = ({ kind }: Claim, extreme: 'most' | 'least'): boolean =>
  kind === 'exactly' || (kind === 'at most') === (extreme === 'most')

/** Whether a claim is to be held to this count: that of all executions, or that of those in which so many wake. */
function isAboutKind(claim: Claim, { wakers }: CountedMessages, { counts }: Exploration): boolean {
  const toldApart = counts.some((counted) => counted.wakers !== null)
  return (toldApart && mentionsWakers(claim)) === (wakers !== null)
}

/** The instance on which only those wake by themselves who do so in a schedule. */
function withWakers(instance: ComputedInstance, choices: readonly Choice[]): ComputedInstance {
  const wakeTimes = new Float64Array(instance.network.n).fill(Number.POSITIVE_INFINITY)
  for (const { processor, message } of choices) if (message === WAKES) wakeTimes[processor] = 0
  return instance.with({ wakeTimes })
}

/** A judgement as data, on the instance of this number. */
export const judgedClaim = (
  { measure, claim, bound, measured, verdict, reason }: Judgement,
  instance: number,
): JudgedClaim => ({
  measure,
  kind: claim.kind,
  formula: formulaOf(claim.formula).text,
  bound,
  measured,
  verdict,
  ...(reason !== undefined && { reason }),
  instance,
})
