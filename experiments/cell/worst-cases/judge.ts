import {
  type AnyAlgorithm,
  applicableClaims,
  isAboutMean,
  type Judgement,
  judgeCosts,
  type Measure,
} from '../../../engine/index.ts'
import type { Largest, WorstCase } from './worst-case.ts'

/**
 * The claims about messages and time, held to the largest costs that were found. What is claimed exactly, or from
 * below, is held to the smallest as well, where that is known. A claim about a mean has nothing to do with a maximum.
 *
 * The tightest bound from above comes first, since it is the one to compare with; what is claimed exactly comes after
 * it: it may depend on the instance, so it does not say how bad instances can be. What the executions say of other measures
 * comes last.
 */
export function judgeWorstCase(
  algorithm: AnyAlgorithm,
  { outcome, messages, time, uses = [], others = [] }: WorstCase,
): Judgement[] {
  const ended = outcome !== 'budget' && outcome !== 'failed'
  return [
    ...judgeLargest(algorithm, 'messages', messages, ended),
    ...(time === null ? [] : judgeLargest(algorithm, 'time', time, ended)),
    ...uses.flatMap(({ measure, largest }) => judgeLargest(algorithm, measure, largest, ended)),
    ...others.filter(({ measure }) => !uses.some((use) => use.measure === measure)),
  ]
}

/** The same for one measure; `ended` unless the cost is only part of what there is. */
export function judgeLargest(
  algorithm: AnyAlgorithm,
  measure: Measure,
  { cost, least = cost, setting, final = null, completed }: Largest,
  ended: boolean,
): Judgement[] {
  const on = (cost: number) =>
    judgeCosts(algorithm, setting, (asked) => (asked === measure ? cost : null), {
      ended,
      final,
      ...(completed !== undefined && { completed }),
    })
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

/** What executions say of claims about each of them and of neither messages nor time: of each claim what is worst. */
export function judgedBeside(...executions: readonly (readonly Judgement[])[]): Judgement[] {
  const worst = new Map<string, Judgement>()
  for (const judgement of executions.flat()) {
    const { id, measure, claim } = judgement
    if (measure === 'messages' || measure === 'time' || !isAboutEach(claim)) continue
    const known = worst.get(id)
    if (known === undefined || isWorse(judgement, known)) worst.set(id, judgement)
  }
  return [...worst.values()]
}

/** A violation is worse than anything else, a judgement than none, and more than less. */
const isWorse = (one: Judgement, other: Judgement): boolean =>
  badness[one.verdict] === badness[other.verdict]
    ? one.measured > other.measured
    : badness[one.verdict] > badness[other.verdict]

const badness = { violated: 2, held: 1, 'not checked': 0 } as const

/** The measures of claims about each execution, other than messages and time, that a worst case says nothing of. */
export function notJudged(
  algorithm: AnyAlgorithm,
  { messages }: WorstCase,
  judged: readonly Judgement[],
): Measure[] {
  const measures = applicableClaims(algorithm, messages.setting)
    .filter(({ claim }) => isAboutEach(claim))
    .map(({ measure }) => measure)
    .filter((measure) => measure !== 'messages' && measure !== 'time')
  return [...new Set(measures)].filter((measure) => !judged.some((one) => one.measure === measure))
}

const isAboutEach = (claim: Judgement['claim']): boolean => claim.kind !== 'order' && !isAboutMean(claim)
