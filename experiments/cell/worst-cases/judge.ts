import { type AnyAlgorithm, isAboutMean, type Judgement, judgeCosts } from '../../../engine/index.ts'
import type { Largest, WorstCase } from './worst-case.ts'

/**
 * The claims about messages and time, held to the largest costs that were found. What is claimed exactly, or from
 * below, is held to the smallest as well, where that is known. A claim about a mean has nothing to do with a maximum.
 *
 * The tightest bound from above comes first, since it is the one to compare with; what is claimed exactly comes after
 * it: it may depend on the instance, so it does not say how bad instances can be.
 */
export function judgeWorstCase(algorithm: AnyAlgorithm, { outcome, messages, time }: WorstCase): Judgement[] {
  const ended = outcome !== 'budget' && outcome !== 'failed'
  return [
    ...judgeLargest(algorithm, 'messages', messages, ended),
    ...(time === null ? [] : judgeLargest(algorithm, 'time', time, ended)),
  ]
}

/** The same for one of the two; `ended` unless the cost is only part of what there is. */
export function judgeLargest(
  algorithm: AnyAlgorithm,
  measure: 'messages' | 'time',
  { cost, least = cost, setting, final = null }: Largest,
  ended: boolean,
): Judgement[] {
  const on = (cost: number) =>
    judgeCosts(algorithm, setting, (asked) => (asked === measure ? cost : null), { ended, final })
  const below = on(least)
  return on(cost)
    .map((above, i) => worse(above, below[i]!))
    .filter(({ claim }) => !isAboutMean(claim))
    .sort((a, b) => rank(a) - rank(b) || a.bound - b.bound)
}

const rank = ({ claim }: Judgement): number =>
  claim.kind === 'at most' ? 0 : claim.kind === 'exactly' ? 1 : 2

/** Of the judgements on the largest and the smallest cost the one that says more. */
function worse(above: Judgement, below: Judgement): Judgement {
  const fromBelow =
    below.claim.kind === 'at least' || (below.verdict === 'violated' && above.verdict !== 'violated')
  return fromBelow ? below : above
}
