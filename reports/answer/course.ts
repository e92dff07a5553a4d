import type { Comparison } from '../statistics/comparison.ts'
import { count, listing } from '../wording/numbers.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** How two algorithms compare as n grows, in one setting. */
export interface Course {
  /** At the largest size at which both came to their end. */
  readonly outcome: Outcome
  /** At which sizes it is so: “at every size”, “from n = 64 on”, “at n = 64”. */
  readonly where: string
  /** What it was before, if something else: “more up to n = 32”; empty if not. */
  readonly before: string
  /** Whether one of them costs surely less at some size and surely more at another. */
  readonly crosses: boolean
}

/** `sizes` are the comparisons of one setting by ascending n; `words` say what an outcome is called. */
export function courseOf(
  sizes: readonly Comparison[],
  words: Readonly<Record<'less' | 'more', string>>,
): Course {
  const outcomes = sizes.map(outcomeOf)
  const n = (index: number) => count(sizes[index]!.key.n)
  const last = outcomes.length - 1
  const outcome = outcomes[last]!
  let start = last
  while (start > 0 && outcomes[start - 1] === outcome) start--
  const where = start === last ? `at n = ${n(last)}` : start === 0 ? everywhere : `from n = ${n(start)} on`
  const crosses = outcomes.includes('less') && outcomes.includes('more')
  return { outcome, where, before: before(outcomes, start, n, words), crosses }
}

/** Where the same holds at all sizes. */
export const everywhere = 'at every size'

/** More sizes than this are not named one by one. */
const namedMax = 3

function before(
  outcomes: readonly Outcome[],
  start: number,
  n: (index: number) => string,
  words: Readonly<Record<'less' | 'more', string>>,
): string {
  const now = outcomes[start]!
  const earlier = outcomes.slice(0, start)
  const sides = (['less', 'more'] as const).filter((side) => earlier.includes(side))
  if (sides.length === 2) return 'the order changes more than once before'
  const [side] = sides
  if (side === undefined || side === now) return ''
  const at = earlier.flatMap((one, i) => (one === side ? [i] : []))
  const end = at.at(-1)!
  if (at.length > 1 && at.length === end + 1) return `${words[side]} up to n = ${n(end)}`
  return at.length > namedMax
    ? `${words[side]} at some smaller sizes`
    : `${words[side]} at n = ${listing(at.map(n))}`
}
