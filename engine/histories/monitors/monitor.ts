import type { Value } from '../../model/index.ts'

/**
 * A condition of histories as an automaton that reads them: a state, what each event makes of it, and no state once the
 * condition is broken. States are plain data, never changed. Whatever histories lead to one state go on alike: what may
 * follow them without breaking the condition is the same, for it is a function of the state. So an exploration may take
 * two executions for one that are in the same configuration and have led the monitor to the same state, and loses nothing.
 */
export interface Monitor<S = unknown> {
  readonly initial: S
  /** An operation is invoked at a processor at which none is pending. */
  invoked(state: S, processor: number, operation: string, argument: Value): S
  /** It is answered; null if no history with this answer satisfies the condition. */
  answered(state: S, processor: number, result: Value): S | null
}
