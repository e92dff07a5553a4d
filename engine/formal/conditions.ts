import type { Finding, Property } from '../model/index.ts'
import { view } from './configuration.ts'
import { type Execution, last, prefix } from './exec.ts'

/**
 * A safety condition must hold in every finite prefix of every execution: nothing bad has happened yet. As a
 * predicate of prefixes. Attiya & Welch, section 2.1.
 */
export type SafetyCondition = (prefix: Execution) => Finding

/** A liveness condition must hold a certain number of times in every complete execution: something good happens. */
export type LivenessCondition = (complete: Execution) => Finding

/** The safety condition that a predicate of configurations holds in the last one of each prefix. */
export const safetyCondition =
  ({ check }: Property): SafetyCondition =>
  (prefix) =>
    check(view(last(prefix)))

/** The liveness condition that a predicate of configurations holds in the final one. */
export const livenessCondition =
  ({ check }: Property): LivenessCondition =>
  (complete) =>
    check(view(last(complete)))

/** The number of events in the shortest prefix that violates the condition, and how; true if none does. */
export function isSafe(
  execution: Execution,
  condition: SafetyCondition,
): true | { readonly events: number; readonly reason: string } {
  for (let events = 0; events < execution.configurations.length; events++) {
    const reason = condition(prefix(execution, events))
    if (reason !== true) return { events, reason }
  }
  return true
}
