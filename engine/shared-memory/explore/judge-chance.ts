/** Holds an object to what it claims of chance, where everything is known that schedulers can make of it. */
import type { Bracket } from '../../chance/index.ts'
import { formulaValue } from '../../claims/value.ts'
import { sharedClaims } from '../claims/stated.ts'
import { type ChanceMeasure, isAboutChance, type SharedObject } from '../model/index.ts'
import type { ChanceExploration } from './chance-exploration.ts'
import type { ExploredClaim } from './judge.ts'

/** The claims about expected costs and agreement; what is claimed at most is held to the worst scheduler, what at least to the best. */
export function judgeChanceClaims(
  object: SharedObject,
  n: number,
  found: ChanceExploration,
): ExploredClaim[] {
  const { tolerance } = found
  return sharedClaims(object).flatMap(({ id, measure, claim }) => {
    if (!isAboutChance(measure)) return []
    const isUpper = claim.kind === 'at most'
    const value = measuredIn(found, measure as ChanceMeasure, isUpper)
    if (value === null || !(isUpper || claim.kind === 'at least')) return []
    const bound = formulaValue(claim.formula, (name) => (name === 'n' ? n : Number.NaN))
    const slack = tolerance * Math.max(1, Math.abs(bound))
    const broken = isUpper ? value.lower > bound + slack : value.upper < bound - slack
    const measured = Math.abs(value.lower - bound) <= 2 * slack ? bound : value.lower
    return [{ id, measure, claim, bound, measured, verdict: broken ? 'violated' : 'held' }]
  })
}

function measuredIn(
  { expected, probabilities }: ChanceExploration,
  measure: ChanceMeasure,
  isUpper: boolean,
): Bracket | null {
  if (measure === 'agreement') return agreementIn(probabilities)
  const value = expected?.[measure === 'expected:steps' ? 'steps' : 'flips']
  return value?.[isUpper ? 'max' : 'min'] ?? null
}

/** The least probability of a common answer, over all that there are; null if none is common. */
function agreementIn(probabilities: ChanceExploration['probabilities']): Bracket | null {
  const common = probabilities.flatMap(({ answers, min }) => (answers.kind === 'same' ? [min] : []))
  return common.toSorted((a, b) => a.lower - b.lower)[0] ?? null
}
