import { InputError } from '../errors.ts'
import type { Status } from '../formal/transition.ts'
import { stateProblem } from '../simulation/transit/plain-data.ts'
import type { ExecutionChecker } from './check.ts'
import type { RecordedEvent } from './format.ts'
import type { Sent } from './sent.ts'

/** A computation event that was carried out again, with all that there is to tell of it. */
export interface Step {
  readonly event: RecordedEvent
  /** The number of the first message that it sends; the others follow. */
  readonly firstSent: number
  /** The messages that it processes, in the order of their numbers in the event. */
  readonly received: readonly Sent[]
  readonly before: object
  readonly after: object
  readonly status: Status
  /** What is wrong with it; null if nothing is. */
  readonly problem: string | null
}

/** Carries out an event and tells of it. The states are copies. */
export function carryOut(checker: ExecutionChecker, event: RecordedEvent): Step {
  const { states, status } = checker.replica
  const before = copyOf(states, event.processor)
  const received = event.processed.flatMap((id) => checker.traffic.at(id) ?? [])
  const firstSent = checker.traffic.posted
  const problem = checker.event(event)
  const after = copyOf(states, event.processor)
  return { event, firstSent, received, before, after, status: status[event.processor] ?? 'asleep', problem }
}

/** A copy of the state of a processor. Throws an InputError, which names the field, if it cannot be copied. */
function copyOf(states: readonly object[], processor: number): object {
  const state = states[processor] ?? {}
  try {
    return structuredClone(state)
  } catch (error) {
    throw new InputError(`p_${processor}: ${stateProblem(state) ?? String(error)}`)
  }
}
