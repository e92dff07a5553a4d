import { type AnyAlgorithm, type Judgement, judgeCosts } from '../../../engine/index.ts'
import type { WorstCase } from './worst-case.ts'

/**
 * The claims about messages and time, held to the largest costs that were found. What is claimed exactly, or from
 * below, is held to the smallest as well, where that is known. A claim about a mean has nothing to do with a maximum.
 *
 * The tightest bound from above comes first, since it is the one to compare with; what is claimed exactly comes after
 * it: it may depend on the instance, so it does not say how bad instances can be.
 */
export function judgeWorstCase(algorithm: AnyAlgorithm, { outcome, messages, time }: WorstCase): Judgement[] {
  const ended = outcome !== 'budget' && outcome !== 'failed'
  const judged = (['messages', 'time'] as const).flatMap((measure) => {
    const largest = measure === 'messages' ? messages : time
    if (largest === null) return []
    const on = (cost: number) =>
      judgeCosts(algorithm, largest.setting, (asked) => (asked === measure ? cost : null), ended)
    const { cost, least = cost } = largest
    const below = on(least)
    return on(cost).map((above, i) => worse(above, below[i]!))
  })
  return judged
    .filter(({ claim }) => claim.kind !== 'expected')
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
