import type { LineFunction } from '../memory/undeclared.ts'
import type { LineNumber } from '../model/index.ts'

/** Where a processor is in its passage, as in the loop; one of an object is in its remainder or in an operation. */
export const remainder = 0
export const entry = 1
export const critical = 2

/** What a processor is in: a section, a line of its operation, its local variables, and what it has still to do. */
export interface Local {
  readonly section: number
  readonly line: LineNumber
  readonly state: object
  readonly passagesLeft: number
  /** Whether its doorway is over; only in its entry. */
  readonly waits: boolean
  /** Of a processor of an object: which of the things that it is asked for is under way or comes next, and its operation. */
  readonly call?: number
  readonly operation?: number
}

/** What crosses the interface with a step: an invocation, an answer, or both. */
export interface Crossing {
  readonly invoked: { readonly operation: string; readonly argument: unknown } | null
  readonly answered: { readonly result: unknown } | null
}

/** How processors go through their lines: passage after passage, or operation after operation. */
export interface Course {
  first(processor: number): Local
  lineAt(local: Local): LineFunction
  hasLine(local: Local, line: LineNumber): boolean
  /** The name of the operation that is under way or comes next. */
  operationAt(local: Local): string
  /** The local state after a step that leads to a line, the local variables being those that it leaves. */
  moved(processor: number, local: Local, line: LineNumber, state: object): Local
  /** What crosses the interface with that step; null if nothing, or if nobody asks. */
  crossing(local: Local, line: LineNumber, state: object): Crossing | null
}
