import type { AnyAlgorithm } from '../../model/index.ts'

/**
 * Whether an execution of an algorithm written in rounds goes on when nothing is in transit: because some processor that
 * is awake says that it waits, or, where the algorithm does not say who waits, because it terminates and somebody has
 * not, who may be waiting for a round by its number.
 */
export function goesOn(
  algorithm: AnyAlgorithm,
  states: readonly object[],
  awake: (processor: number) => boolean,
  running: number,
): boolean {
  if (algorithm.uponRound === undefined || running === 0) return false
  if (algorithm.waits === undefined) return algorithm.terminates
  return states.some((state, p) => awake(p) && algorithm.waits!(state))
}
