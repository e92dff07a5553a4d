import type { HistoryFinding } from '../../../histories/index.ts'
import type { Finding, History } from '../../../model/index.ts'
import type { GivenRun } from './given-run.ts'

/** What a theorem about how fast registers can be says, and what became of it. */
export interface SpeedFinding {
  /** What the theorem is about: the two together, or one alone. */
  readonly about: 'read + write' | 'write' | 'read'
  /** Its bound as text, such as u/2, and its value. */
  readonly theorem: string
  readonly bound: number
  /** The longest that what it is about took in the executions that its proof looks at. */
  readonly took: number
  /**
   * The history that is wrong because it took less; null if it did not. What the service promises is broken by it, unless it
   * promises sequential consistency of one register: two such, each kept by itself, need be no sequentially consistent memory.
   */
  readonly refuted: Refutation | null
}

/** A history of an implementation that is too fast, and how it came about. */
export interface Refutation {
  readonly history: History
  /** What the checker of histories finds. */
  readonly finding: HistoryFinding
  /** Whether nobody can tell the execution from the one in which it is right. */
  readonly alike: Finding
  /** Whether the records are of executions of the algorithm with allowed delays; else what is wrong. */
  readonly legal: Finding
  /** The records; a history of two registers, each kept by itself, has two. */
  readonly records: readonly (readonly string[])[]
}

/** How long each operation of a history took, by what was asked; one that is pending takes for ever. */
export function durationsOf(history: History, operation: string): number[] {
  return history.flatMap((event) => {
    if (event.kind !== 'invocation' || event.operation !== operation) return []
    const answer = history.find((one) => one.kind === 'response' && one.id === event.id)
    return [answer === undefined ? Number.POSITIVE_INFINITY : answer.time - event.time]
  })
}

/** The answers that reads got, in the order in which they were asked; undefined where there was none. */
export function readsIn(history: History): unknown[] {
  return history.flatMap((event) => {
    if (event.kind !== 'invocation' || event.operation !== 'read') return []
    const answer = history.find((one) => one.kind === 'response' && one.id === event.id)
    return [answer?.kind === 'response' ? (answer.result ?? null) : undefined]
  })
}

/** Whether a record is that of an execution with allowed delays, which may violate what its service promises. */
export function legalBut({ verification: { first_error: wrong } }: GivenRun): Finding {
  return wrong === null ? true : wrong.problem
}

/** All the operations take longer than a bound, but for the rounding of times. */
export const reaches = (took: number, bound: number): boolean => took >= bound - 1e-9
