import { applicable } from './applicable.ts'
import { apply } from './apply.ts'
import type { Configuration } from './configuration.ts'
import type { Event, Schedule } from './event.ts'

/** A finite execution: C0, φ1, C1, φ2, C2 …; `configurations` has one more than `events`. */
export interface Execution {
  readonly configurations: readonly Configuration[]
  readonly events: readonly Event[]
}

/** A schedule that is not one of the system: its first event that is not applicable, and the reason. */
export interface Inapplicable {
  /** The index of the event in the schedule. */
  readonly index: number
  readonly event: Event
  readonly reason: string
  /** The execution of what comes before it. */
  readonly prefix: Execution
}

/** What comes of applying a schedule: an execution, or the first event that was not applicable. */
export type ExecResult =
  | { readonly kind: 'execution'; readonly execution: Execution }
  | ({ readonly kind: 'inapplicable' } & Inapplicable)

/**
 * exec(C0, σ): the execution that results from applying the events of σ to C0 in order, if every one of them is
 * applicable when its turn comes. Attiya & Welch, section 2.1.1.
 */
export function exec(initial: Configuration, schedule: Schedule): ExecResult {
  const configurations = [initial]
  for (const [index, event] of schedule.entries()) {
    const current = configurations[index]!
    const inapplicable = (reason: string): ExecResult => {
      const prefix = { configurations, events: schedule.slice(0, index) }
      return { kind: 'inapplicable', index, event, reason, prefix }
    }
    const finding = applicable(current, event)
    if (finding !== true) return inapplicable(finding)
    try {
      configurations.push(apply(current, event))
    } catch (error) {
      return inapplicable(`the algorithm throws: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { kind: 'execution', execution: { configurations, events: schedule } }
}

/** The configuration in which an execution ends. */
export function last({ configurations }: Execution): Configuration {
  return configurations[configurations.length - 1]!
}

/** The execution of the first `events` events. */
export function prefix(execution: Execution, events: number): Execution {
  return {
    configurations: execution.configurations.slice(0, events + 1),
    events: execution.events.slice(0, events),
  }
}
