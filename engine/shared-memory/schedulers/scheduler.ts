import type { Random } from '../../random.ts'
import type { Entry, ParameterValues } from '../../specs/entry.ts'
import type { AccessKind, LineNumber } from '../model/index.ts'

/** The step that a processor would take next. */
export interface NextStep {
  /** The name of its operation: `acquire`, `scan`. */
  readonly operation: string
  readonly line: LineNumber
  readonly kind: AccessKind
  /** The variable by its number, in the order of declaration. */
  readonly variable: number
  /** Whether it would wait in vain: an `await` whose condition does not hold. */
  readonly waits: boolean
}

/** What a scheduler sees of a run. */
export interface SchedulerView {
  readonly n: number
  /** Those that have passages or operations to do, the first `liveCount`; in an order that changes as processors finish. */
  readonly live: Int32Array
  readonly liveCount: number
  /** How many passages or operations a processor has still to end; 0 if it has finished. */
  passagesLeft(processor: number): number
  /** For adversaries that know the state. What it gives is overwritten by the next call. */
  peek(processor: number): NextStep
  /** How often a critical section was entered, or an operation ended. */
  readonly entries: number
  /** Whether a processor would enter its critical section, or end its operation, with its next step. Slow: it tries on a copy. */
  enters(processor: number): boolean
}

/** Decides who takes the next step: a processor that has passages to do. */
export interface Scheduler {
  next(): number
  /** Told of a processor that has done all its passages. */
  finished?(processor: number): void
  /** When the step that `next` gave last is taken, where steps have times. */
  readonly time?: number
}

/** What a scheduler is made from. */
export interface SchedulerContext {
  readonly view: SchedulerView
  readonly values: ParameterValues
  /** The scheduler's stream of the run; those that are not random do not touch it. */
  readonly stream: Random
}

/** A family of schedulers. */
export interface SchedulerFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether the order of steps depends on the stream. */
  readonly random: boolean
  /** Whether steps have times, at most one unit apart at each processor. */
  readonly timed?: true
  /** Whether some processors take no step, or end no operation, as long as others go on. */
  readonly starves?: true
  schedule(context: SchedulerContext): Scheduler
}
