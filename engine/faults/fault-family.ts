import type { AnyAlgorithm, Instance } from '../model/index.ts'
import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'
import type { Fault } from './fault.ts'

/** What the faults of one execution are made from. */
export interface FaultContext {
  readonly algorithm: AnyAlgorithm
  readonly instance: Instance
  readonly timing: 'synchronous' | 'asynchronous'
  readonly values: ParameterValues
  /** The stream of this fault, and one for each processor. */
  readonly stream: Random
  readonly streamOf: (processor: number) => Random
  /** So many processors that no other fault has, at random. */
  readonly choose: (count: number) => readonly number[]
  /** These processors, which no other fault may have. */
  readonly take: (processors: readonly number[]) => readonly number[]
}

/** A kind of faults. */
export interface FaultFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Throws an InputError where parameters contradict each other. */
  check?(values: ParameterValues): void
  /** How many processors it may make faulty; 0 where the fault is one of channels. */
  faulty(values: ParameterValues): number
  create(context: FaultContext): Fault
}
