import type { Value } from '../../model/index.ts'
import type { Entry, ParameterValues } from '../../specs/entry.ts'
import type { Operation } from '../operations.ts'

/**
 * What an object does when it is asked one thing after the other (Attiya and Welch, section 9.1): the sequences that a
 * concurrent one is held against. States are plain data, as JSON has it, and are never changed: `apply` gives a new one.
 */
export interface SequentialObject<S = unknown> {
  readonly name: string
  /** The operations that it knows. */
  readonly operations: readonly string[]
  readonly initial: S
  /** What an operation makes of a state, and what it answers. No result: nothing is said, and any answer will do. */
  apply(state: S, operation: string, argument: Value, processor: number): Step<S>
  /**
   * All states in which the object can be, where these are few: a fault late in a long history can then be shown without
   * what came before it.
   */
  states?(operations: readonly Operation[]): readonly S[]
  /**
   * For objects on which a search may take long: a few operations that are not linearizable, whatever the others are, if
   * such are soon found.
   */
  refutation?(operations: readonly Operation[]): readonly Operation[] | null
  /** Whether `apply` looks at who asks. */
  readonly byProcessor?: true
  /**
   * Whether an operation that is answered so leaves every state as it is, as a read does. Without it a search does not
   * know, and takes longer.
   */
  observes?(operation: Operation): boolean
  /**
   * For objects whose states say early that an answer will never come: given all operations of a history, a test of a
   * state and of those that have taken effect. It must not say no where the answers of all others are possible.
   */
  prospects?(operations: readonly Operation[]): Prospects<S>
}

/** Whether what is still to be answered can be, from a state. */
export type Prospects<S = unknown> = (state: S, isDone: (operation: Operation) => boolean) => boolean

/** What one operation does. */
export interface Step<S> {
  readonly state: S
  readonly result?: Value
}

/** Objects that differ in their parameters, such as the initial value. */
export interface ObjectFamily<Name extends string = string> extends Entry {
  readonly name: Name
  readonly operations: readonly string[]
  create(values: ParameterValues): SequentialObject
}
