/** Holds a run to the claims of its algorithm. */
import { formulaOf, formulaValue } from '../../claims/value.ts'
import { type SharedExecution, sharedValue } from '../loop/execution.ts'
import { type AnySharedAlgorithm, isSharedObject, type SharedMeasure } from '../model/index.ts'
import { judgeObject } from './judge-object.ts'
import { type SharedJudgement, sharedClaims, verdictOn } from './stated.ts'

/**
 * The claims about what was measured, judged, in the order in which the algorithm states them. A claim of a passage is one
 * of every passage, so `exactly` is held to the cheapest one, too. A run that was cut short has reached only part of its
 * cost, but its passages that are over have not.
 */
export function judgeShared(
  algorithm: AnySharedAlgorithm,
  n: number,
  { measures }: Pick<SharedExecution, 'measures'>,
): SharedJudgement[] {
  if (isSharedObject(algorithm)) return judgeObject(algorithm, n, measures)
  return sharedClaims(algorithm).flatMap(({ id, measure, claim }) => {
    const measured = sharedValue(measures, measure as SharedMeasure)
    if (measured === null) return []
    const bound = formulaValue(claim.formula, (name) => (name === 'n' ? n : Number.NaN))
    const judged = { id, measure, claim, bound, measured }
    if (!Number.isFinite(bound)) {
      const reason = formulaOf(claim.formula).trouble((name) => (name === 'n' ? n : Number.NaN))
      return [{ ...judged, verdict: 'not checked', ...(reason !== null && { reason }) }]
    }
    return [
      {
        ...judged,
        verdict: verdictOn(claim, bound, measured, sharedValue(measures, measure as SharedMeasure, true)!),
      },
    ]
  })
}
