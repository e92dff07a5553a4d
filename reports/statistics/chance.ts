import type { ClaimData } from '../../experiments/cell/index.ts'

/** How often a 95% interval misses what it is about; on one side, half as often. */
const eitherSide = 0.05
const oneSide = eitherSide / 2

/** How seldom is unlikely. */
const seldom = 0.05

/** How often the intervals of samples miss a claim about the mean that is true, at most. */
export const missOf = ({ kind }: Pick<ClaimData, 'kind'>): number =>
  kind === 'expected at most' ? oneSide : eitherSide

/** The probability that at least `missed` of so many independent intervals miss what they are about. */
export function chanceOfMissing(missed: number, intervals: number, miss = eitherSide): number {
  // Fewer: the sum of C(intervals, i) · miss^i · (1 − miss)^(intervals − i), each from the one before, in logarithms.
  let fewer = 0
  let log = intervals * Math.log(1 - miss)
  for (let i = 0; i < missed; i++) {
    fewer += Math.exp(log)
    log += Math.log(((intervals - i) / (i + 1)) * (miss / (1 - miss)))
  }
  return Math.max(0, 1 - fewer)
}

/** Whether so many misses would be too seldom: 5% of the time or less, were all that is claimed true. */
export const isUnlikely = (missed: number, intervals: number, miss = eitherSide): boolean =>
  chanceOfMissing(missed, intervals, miss) <= seldom + 1e-9
