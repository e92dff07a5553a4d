import { studentT975 } from './student-t.ts'

/** A confidence interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const multipliers = new Map<number, number>()

/** The 95% confidence interval of a mean by Student's t, from the standard deviation of a sample of at least two. */
export function meanInterval(average: number, sd: number, count: number): Interval {
  let multiplier = multipliers.get(count)
  if (multiplier === undefined) multipliers.set(count, (multiplier = studentT975(count - 1)))
  const half = (multiplier * sd) / Math.sqrt(count)
  return { low: average - half, high: average + half }
}
