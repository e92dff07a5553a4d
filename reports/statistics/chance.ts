/** How often a 95% interval misses what it is about. */
const miss = 0.05

/** The probability that at least `missed` of so many independent 95% intervals miss what they are about. */
export function chanceOfMissing(missed: number, intervals: number): number {
  // Fewer: the sum of C(intervals, i) · 0.05^i · 0.95^(intervals − i), each term from the one before, in logarithms.
  let fewer = 0
  let log = intervals * Math.log(1 - miss)
  for (let i = 0; i < missed; i++) {
    fewer += Math.exp(log)
    log += Math.log(((intervals - i) / (i + 1)) * (miss / (1 - miss)))
  }
  return Math.max(0, 1 - fewer)
}

/** Whether so many misses would be too seldom: 5% of the time or less, were all that is claimed true. */
export const isUnlikely = (missed: number, intervals: number): boolean =>
  chanceOfMissing(missed, intervals) <= miss + 1e-9
