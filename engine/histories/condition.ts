import type { History, HistoryEvent } from '../model/index.ts'
import { type Fault, findingOf, type HistoryFinding } from './finding.ts'

/** What a condition has to know besides the history. */
export interface Surroundings {
  /** The number of processors. */
  readonly n: number
  /** Those that may stop at any time: they owe nothing. Default: none. */
  readonly faulty?: ReadonlySet<number>
}

/** Follows an execution from its beginning. */
export interface Follower {
  /** What the next event makes wrong; null if nothing. Nothing is asked after the first fault. */
  event(event: HistoryEvent): Fault | null
  /** What is wrong if nothing more comes. */
  end?(): Fault | null
}

/** A condition that the history of a service keeps or breaks, and that can be checked as it goes. */
export interface HistoryCondition {
  readonly name: string
  readonly summary: string
  /** A liveness condition speaks of histories that are at their end: nothing more would have happened. */
  readonly kind: 'safety' | 'liveness'
  follow(surroundings: Surroundings): Follower
}

/** Holds a history to a condition. By default all processors that occur in it are all there are. */
export function checkHistory(
  history: History,
  condition: HistoryCondition,
  surroundings: Surroundings = { n: processorsIn(history) },
): HistoryFinding {
  const follower = condition.follow(surroundings)
  for (const event of history) {
    const fault = follower.event(event)
    if (fault !== null) return findingOf(fault)
  }
  return findingOf(follower.end?.() ?? null)
}

/** One more than the largest number of a processor that occurs. */
export const processorsIn = (history: History): number =>
  history.reduce((n, { processor }) => Math.max(n, processor + 1), 0)
