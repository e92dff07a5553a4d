import type { Crossing, Outcome } from '../../model/index.ts'
import type { AccessKind, LineNumber, ObjectCondition, VariableLayout } from '../../shared-memory/index.ts'
import type { FullHeader, RecordedClaim } from '../format.ts'

/**
 * The lines of a recorded execution on shared memory, as docs/execution-format.md describes them: one header, one line for
 * each step, in the order in which they are taken, and one end.
 */
export const sharedExecutionFormat = 'admissible-shared-execution/1'

/** The first line: what ran. Enough to check the execution, given the algorithm. */
export interface SharedHeader {
  readonly format: typeof sharedExecutionFormat
  /** The algorithm's name. */
  readonly algorithm: string
  /** The user's module that has it; null for the catalogue's. */
  readonly module: string | null
  /** The number of processors. */
  readonly n: number
  /** By processor, how many passages it makes, or operations of an object; null: as many as it likes. */
  readonly passages: readonly (number | null)[]
  /** By processor of an object, what it is asked for, one after the other; absent of a lock. */
  readonly calls?: readonly (readonly RecordedCall[])[]
  /** Of an algorithm whose messages pass through registers: its network, and what its processors are told. */
  readonly network?: RecordedNetwork
  /** What the history of an object is held to; absent of a lock. */
  readonly condition?: ObjectCondition
  /** Who decided whose step is next; null if that was no scheduler of the catalogue. */
  readonly scheduler: string | null
  /** What the choices of the scheduler derive from. */
  readonly seed: number
  /** Whether steps have times. */
  readonly timed: boolean
  /** The first line of `acquire` after the doorway; null: the doorway is the first step. */
  readonly doorway_ends: LineNumber | null
  /** The shared variables, in the order of declaration. */
  readonly variables: readonly RecordedVariable[]
  /** The steps after so many are repeated for ever; null if the execution is a finite one. */
  readonly repeats_from: number | null
}

/** A network and what its processors are told, as in the header of an execution that passes messages. */
export type RecordedNetwork = Pick<FullHeader, 'instance'> & {
  readonly neighbors: NonNullable<FullHeader['neighbors']>
}

/** An operation with what it is asked with, if it is asked with anything: `["write",7]`, `["scan"]`. */
export type RecordedCall = readonly [operation: string, argument?: unknown]

/** A shared variable, as its declaration says. */
export interface RecordedVariable {
  readonly name: string
  /** It is no variable but a coin; absent of a variable. */
  readonly coin?: true
  /** A number, or data. */
  readonly initial: unknown
  /** Null where it holds data. */
  readonly min: number | null
  /** Null where there is no bound. */
  readonly max: number | null
  readonly offers: VariableLayout['offers']
  /** Null: all processors. */
  readonly writers: readonly number[] | null
  readonly readers: readonly number[] | null
  /** The processor at which it lives; null: at none. */
  readonly home: number | null
}

/** A step: the access of a processor, and the local computation after it. */
export interface RecordedStep {
  /** When; null where steps have no times. */
  readonly time: number | null
  readonly processor: number
  readonly operation: string
  /** Where the processor was, and the line that it goes to: 0 if the operation is over. */
  readonly line: LineNumber
  readonly next: LineNumber
  readonly access: AccessKind
  readonly variable: string
  /** The value of the variable before and after; of a coin, what came up. */
  readonly before: unknown
  readonly after: unknown
  /** An `await` whose condition did not hold. */
  readonly waits: boolean
  /** What crosses the interface of the processor: the invocation before its first step, the response after its last. */
  readonly crossings: readonly Crossing[]
  /** The local variables after the step; null if they are as before. */
  readonly state: object | null
}

/** What passages or operations cost: how many there are, the most, the least and the mean of each count. */
export interface RecordedCounts {
  readonly passages: number
  readonly max: Readonly<Record<string, number>>
  readonly min: Readonly<Record<string, number>>
  readonly mean: Readonly<Record<string, number>>
}

/** What was measured: of a lock, or of an object. */
export type RecordedMeasures = RecordedMemory & (RecordedPassages | RecordedOperations)

interface RecordedMemory {
  readonly contention: number
  readonly variables: number
  readonly bits: number | null
  readonly bits_used: number
}

interface RecordedPassages {
  readonly entries: number
  readonly bypass: number
  readonly passage: RecordedCounts | null
  readonly solo: RecordedCounts | null
}

interface RecordedOperations {
  readonly operations: OperationCounts & { readonly by_name: Readonly<Record<string, OperationCounts>> }
}

/** What operations cost, all and those during which no other was under way; null where there were none. */
export interface OperationCounts {
  readonly all: RecordedCounts | null
  readonly solo: RecordedCounts | null
}

/** The last line: how the execution ended, what it shows, and what it cost. */
export interface SharedEnd {
  readonly outcome: Exclude<Outcome['kind'], 'quiescent'>
  /** What is violated; null where nothing is. */
  readonly property: string | null
  /** Who is locked out, whose operation never ends, or whose next step fails; null where it is nobody. */
  readonly processor: number | null
  /** Why it ended so, where that needs words; else null. */
  readonly detail: string | null
  /** The cost that the execution is an example of: the largest value, or null where there is none. Null if of none. */
  readonly shows: { readonly measure: string; readonly value: number | null } | null
  readonly steps: number
  /** When the last step was taken; null where steps have no times. */
  readonly time: number | null
  /** Null where a step failed: its costs are counted in part. */
  readonly measures: RecordedMeasures | null
  /** None where a step failed; null where the file does not state them. */
  readonly claims: readonly SharedRecordedClaim[] | null
}

/** A claim that is about what was measured, and whether it held. */
export interface SharedRecordedClaim extends Omit<RecordedClaim, 'measure'> {
  readonly measure: string
}
