import type { Comparison } from '../statistics/comparison.ts'

/** What may be said of the other algorithm at one size: `tie` if the costs differ by at most 1%, `open` if nothing. */
export type Outcome = 'less' | 'more' | 'tie' | 'open'

/** A difference of 1% is none that anybody chooses an algorithm by. */
const slight = Math.log(1.01)

const isSlight = (ratio: number): boolean => Math.abs(Math.log(ratio)) <= slight

/** Fewer instances than this say nothing where there is no ratio of the costs, since one of them is 0. */
const leastPairs = 5

/** Without an interval, only what is the same on all instances is told, as what was seen and no more. */
export function outcomeOf({ pairs, wins, ties, losses, ratio, interval, verdict }: Comparison): Outcome {
  if (ties === pairs) return 'tie'
  const unanimous = wins === pairs ? 'less' : losses === pairs ? 'more' : 'open'
  if (ratio === null) return pairs >= leastPairs ? unanimous : 'open'
  if (interval === null) return isSlight(ratio) ? 'tie' : unanimous
  if (verdict === 'less' || verdict === 'more') return isSlight(ratio) ? 'tie' : verdict
  return isSlight(interval.low) && isSlight(interval.high) ? 'tie' : 'open'
}

/** Whether an outcome is only what was seen, since there are too few instances for an interval. */
export const isOnlySeen = ({ ratio, interval, ties, pairs }: Comparison): boolean =>
  ratio !== null && interval === null && ties < pairs
