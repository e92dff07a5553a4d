import type { ClaimData } from '../../experiments/cell/index.ts'
import { steepest } from '../growth/curves.ts'
import { ownClass } from '../growth/growth-class.ts'
import { type GrowthVerdict, verdictOf } from '../growth/growth-verdicts.ts'
import { evidenceOf } from '../growth/observations.ts'
import { growthSettings } from '../growth/settings.ts'
import type { Group, Results } from '../statistics/groups.ts'
import { measuresOf, verdictOn } from '../statistics/row-claims.ts'

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
  /** Why there is nothing to judge by, as a phrase; null if there is something. */
  readonly reason: string | null
}

/**
 * The verdict on a claim of the kind `order` about a cost that is followed. The claim's formula is tried beside the usual
 * classes on each kind of network where its algorithm ran, in settings whose runs all meet the claim's condition. Costs
 * grow faster if the lower end of the interval of their exponent lies above the steepest curve of the claim's class.
 */
export function growthVerdictOn(claim: ClaimData, results: Results): ClaimGrowth {
  const undecided = (reason: string | null): ClaimGrowth => ({ verdict: 'undecided', by: null, reason })
  const { measure, formula, text } = claim
  const algorithm = results.manifest.algorithms.find(({ claims }) => claims.includes(claim))
  if (!measuresOf(results.manifest.experiment).includes(measure))
    return undecided('the growth of this cost is not judged')
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
  if (faster !== undefined) return { verdict: 'inconsistent', by: faster.verdict, reason: null }
  const same = known.find(
    ({ assessment: { kind, contenders } }) => kind === 'grows' && contenders[0]!.text === text,
  )
  return same === undefined ? undecided(null) : { verdict: 'consistent', by: same.verdict, reason: null }
}

/** Whether every run met the condition of the claim. */
function appliesTo(claim: ClaimData, groups: readonly Group[]): boolean {
  return (
    claim.when === null ||
    groups.every(({ rows }) => rows.every((row) => verdictOn(row, claim) !== undefined))
  )
}
