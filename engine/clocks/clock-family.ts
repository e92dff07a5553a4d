import type { Clock } from '../model/index.ts'
import type { Random } from '../random.ts'
import type { Entry, ParameterValues } from '../specs/entry.ts'

/** What clocks are made from. */
interface ClockContext {
  readonly n: number
  readonly values: ParameterValues
  /** The stream of a processor; clocks that are not random do not touch it. */
  readonly streamOf: (processor: number) => Random
}

/** A rule for the clocks of processors. */
export interface ClockFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Whether the clocks depend on the streams. */
  readonly random: boolean
  /** Whether clocks run as time does, so that the difference of two never changes. */
  readonly steady: boolean
  /** By processor. */
  create(context: ClockContext): readonly Clock[]
}
