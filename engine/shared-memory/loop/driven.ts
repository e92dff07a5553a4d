import type { Described } from '../memory/handles.ts'
import type { Memory } from '../memory/memory.ts'
import type { LineError } from '../memory/program.ts'

/** What the loop and schedulers need of the processors of a run, whether they make passages or operations. */
export interface Driven {
  readonly states: readonly object[]
  /** By processor: 0 while it rests. */
  readonly sections: Uint8Array
  /** By processor, the line of its next step. */
  readonly lines: Int32Array
  /** By processor, how many passages or operations it has still to end. */
  readonly passagesLeft: Int32Array
  readonly memory: Memory
  /** Whether nothing is left to do, although there are operations to be asked for. */
  readonly isOver: boolean
  /** How many processors are in the critical section. */
  readonly inside: number
  /** Waits in vain since a step that was none. */
  idle: number
  /** Who takes a step; −1 before the first. */
  readonly stepping: number
  /** How often a critical section was entered, or an operation ended. */
  readonly entries: number
  /** What the operation of the last step was asked with, and what it answered with that step; null for nothing. */
  readonly argument: unknown
  readonly answer: unknown
  /** The access that was described last. */
  readonly access: Described
  step(p: number): void
  describe(p: number, state: object): Described
  /** What was thrown in the last step, with the place. */
  fault(error: unknown): LineError
  /** The operation that is under way or comes next. */
  operationOf(p: number): string
  /** Whether that ends with an entry into the critical section, or is one of an object. */
  leadsToEntry(p: number): boolean
}
