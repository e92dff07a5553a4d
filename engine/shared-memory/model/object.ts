import type { Claim } from '../../model/index.ts'
import type { AlgorithmLore, Lines, SharedInput, SharedSystem } from './algorithm.ts'
import type { Declarations } from './declaration.ts'
import type { ObjectMeasure } from './measure.ts'
import type { ObjectService } from './services.ts'

/**
 * What stands between a processor of an object and those who use it, among its local variables. Between operations both
 * are null.
 */
export interface ObjectState {
  /** What the operation under way was asked with; null if with nothing. */
  readonly argument: unknown
  /** What it answers when it is done; null for nothing. */
  answer: unknown
}

/** What is promised of every history. Regular and safe are promises of a register with one writer (Lamport 1986). */
export type ObjectCondition = 'linearizable' | 'regular' | 'safe'

/**
 * What is promised of operations that go on. Wait-free: each ends after so many steps of its own, whatever others do.
 * Lock-free: as long as somebody takes steps, some operation ends. Blocking: one may wait for another. Of who flips coins,
 * both are meant with probability 1, whatever the scheduler does.
 */
export type Progress = 'wait-free' | 'lock-free' | 'blocking'

/**
 * An object made of shared variables: a register, a snapshot, a stack. Attiya & Welch, chapter 10. An operation is invoked
 * with its first step and answered with its last one. Nobody can tell: between an invocation and the first step nothing
 * is accessed, and a history whose operations take longer is linearizable, regular or safe if this one is.
 */
export interface SharedObject<
  S extends ObjectState = ObjectState,
  V extends (system: SharedSystem) => Declarations = (system: SharedSystem) => Declarations,
  O extends string = string,
> extends AlgorithmLore {
  /** The operations, what they are asked with, and the sequential object that histories are held to. */
  readonly service: ObjectService<O>
  readonly variables: V
  /** The local variables at the beginning, but for those at the interface. Plain data. */
  initially(input: SharedInput): Omit<S, keyof ObjectState>
  readonly operations: Readonly<Record<O, Lines<S, ReturnType<V>>>>
  readonly guarantees: ObjectCondition
  readonly progress: Progress
  /**
   * How much a processor that rests in this state adds to what is left to do. Where nobody is in an operation and the sum over
   * all is 0, a run is over, whatever they would be asked for next. Default: a run is over when all have done what they are
   * asked for.
   */
  left?(state: S): number
  /** The theorems about its cost. Formulas may use n, v, what the operation was asked with, and k, the number of values. */
  readonly claims?: { readonly [M in ObjectMeasure<O>]?: Claim | readonly Claim[] }
}

/** An operation as it is asked for: its number in the order of the object, and with what. */
export interface ObjectCall {
  readonly operation: number
  readonly argument: unknown
}

/** The system in which processors are asked for these operations. */
export const systemAsked = (calls: readonly (readonly ObjectCall[])[]): SharedSystem => ({
  n: calls.length,
  operations: Math.max(...calls.map(({ length }) => length)),
})

/** The names of an object's operations, in their order. */
export const operationNames = ({ service }: Pick<SharedObject, 'service'>): string[] =>
  Object.keys(service.operations)

/** The local variables of a processor at the beginning, with those at the interface. */
export const initialStateOf = (
  { initially }: Pick<SharedObject, 'initially'>,
  input: SharedInput,
): ObjectState => ({ ...initially(input), argument: null, answer: null })
