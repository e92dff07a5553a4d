import { InputError } from '../../../errors.ts'
import type { DelayBounds, Value } from '../../../model/index.ts'

/** An operation that a processor is asked for. */
export interface Asked {
  readonly processor: number
  readonly operation: string
  readonly argument?: Value
  readonly time: number
}

/** All that decides an execution of a deterministic algorithm on a complete network. Lists are by processor. */
export interface Circumstances {
  readonly bounds: DelayBounds
  /** What each message takes, by sender and receiver. */
  readonly delays: readonly (readonly number[])[]
  /** By how much each clock is ahead of the time. */
  readonly ahead: readonly number[]
  readonly wakeTimes: readonly number[]
  readonly asked: readonly Asked[]
  /** Default: p_0. */
  readonly root?: number
}

/**
 * Moves all that happens at each processor by an amount of its own, to a later time, and sets its clock back by as much. No
 * processor can tell: what happens to it happens in the same order, while its clock shows the same. A message from p_i to p_j
 * takes longer by what p_j is moved, and less long by what p_i is. Attiya & Welch, 2nd edition, section 6.3; Lundelius
 * & Lynch 1984. Throws an InputError where a clock would begin before 0.
 */
export function shifted(given: Circumstances, later: readonly number[]): Circumstances {
  const { delays, ahead, wakeTimes, asked } = given
  const behind = ahead.findIndex((by, p) => by < later[p]!)
  if (behind >= 0)
    throw new InputError(
      `to shift p_${behind} by ${later[behind]}, its clock must be ahead by as much; it is ahead by ${ahead[behind]}`,
    )
  return {
    ...given,
    delays: delays.map((row, i) => row.map((delay, j) => (i === j ? 0 : delay - later[i]! + later[j]!))),
    ahead: ahead.map((by, p) => by - later[p]!),
    wakeTimes: wakeTimes.map((time, p) => time + later[p]!),
    asked: asked.map((one) => ({ ...one, time: one.time + later[one.processor]! })),
  }
}

/** Delays among n processors, by sender and receiver. */
export const delaysAmong = (n: number, delayOf: (from: number, to: number) => number): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : delayOf(i, j))))

/** So many parts has a unit of time to which uncertainties are rounded, so that sums and halves of them are exact. */
const parts = 2 ** 14

/** The uncertainty, rounded. Throws an InputError unless it is between 0 and the largest delay, 1. */
export function roundedUncertainty(uncertainty: number): number {
  const rounded = Math.round(uncertainty * parts) / parts
  if (rounded > 0 && rounded < 1) return rounded
  throw new InputError(
    `the uncertainty is ${uncertainty}; it must be above 0 and below 1, the largest delay, since delays are positive`,
  )
}
