import type { ClaimData } from '../../experiments/cell/index.ts'
import { steepest } from '../growth/curves.ts'
import { ownClass } from '../growth/growth-class.ts'
import { type GrowthVerdict, verdictOf } from '../growth/growth-verdicts.ts'
import { evidenceOf } from '../growth/observations.ts'
import { growthSettings } from '../growth/settings.ts'
import type { Group, Results } from '../statistics/groups.ts'
import { verdictOn } from '../statistics/row-claims.ts'

/** What a sweep says of a claim about growth. */
export interface ClaimGrowth {
  /**
   * `consistent`: in some setting the costs grow like the claim, and in none faster. `inconsistent`: in some setting they
   * grow faster. `undecided`: neither; the claim is about the largest cost of all executions, which may grow faster than
   * what was sampled.
   */
  readonly verdict: 'consistent' | 'inconsistent' | 'undecided'
  /** The setting that decides; null if none does. */
  readonly by: GrowthVerdict | null
  /** Why, as a phrase. */
  readonly reason: string
}

/**
 * The verdict on a claim of the kind `order` about messages or time. The claim's formula is tried beside the usual
 * classes on each kind of network where its algorithm ran, in settings whose runs all meet the claim's condition. Costs
 * grow faster if the lower end of the interval of their exponent lies above the steepest curve of the claim's class.
 */
export function growthVerdictOn(claim: ClaimData, results: Results): ClaimGrowth {
  const undecided = (reason: string): ClaimGrowth => ({ verdict: 'undecided', by: null, reason })
  const { measure, formula, text } = claim
  const algorithm = results.manifest.algorithms.find(({ claims }) => claims.includes(claim))
  if (measure !== 'messages' && measure !== 'time') return undecided(`the growth of ${measure} is not judged`)
  const claimed = ownClass(formula)
  const settings = growthSettings(results).filter(
    ({ key, topologies, groups }) =>
      key.algorithm === algorithm?.name && topologies.length === 1 && appliesTo(claim, groups),
  )
  const judged = settings.flatMap((setting) => {
    const verdict = verdictOf(setting, measure, [claimed], results.manifest.experiment.seed)
    if (verdict?.assessment == null) return []
    const { observations } = evidenceOf(setting, measure)
    return [{ verdict, assessment: verdict.assessment, steepest: steepest(claimed, observations) }]
  })
  const known = judged.filter(({ steepest }) => Number.isFinite(steepest))
  if (settings.length === 0) return undecided('no setting meets its condition')
  if (judged.length === 0) return undecided('too few sizes')
  if (known.length === 0) return undecided(`${text} is not known of every run`)
  const faster = known.find(({ assessment, steepest }) => assessment.exponent.low > steepest)
  if (faster !== undefined)
    return { verdict: 'inconsistent', by: faster.verdict, reason: `the ${measure} grow faster` }
  const same = known.find(
    ({ assessment: { kind, contenders } }) => kind === 'grows' && contenders[0]!.text === text,
  )
  if (same !== undefined)
    return { verdict: 'consistent', by: same.verdict, reason: `the ${measure} grow like that` }
  return undecided(`the sampled ${measure} do not grow faster; whether the largest grow like that is open`)
}

/** Whether every run met the condition of the claim. */
function appliesTo(claim: ClaimData, groups: readonly Group[]): boolean {
  return (
    claim.when === null ||
    groups.every(({ rows }) => rows.every((row) => verdictOn(row, claim) !== undefined))
  )
}
