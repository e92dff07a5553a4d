import type { Call, Service } from '../model/index.ts'
import type { Random } from '../random.ts'
import type { Entry, ParameterValues, Parsed } from '../specs/entry.ts'

/** What a processor is to be asked for. */
export interface Request extends Call {
  /** Not before this time; later, if the processor has not answered before. */
  readonly time: number
}

/**
 * Those who use the processors in one execution, each on its own: what a processor is asked for depends on the times of
 * its own answers and on nothing else.
 */
export interface Workload {
  /**
   * What a processor is asked for next, now that it has answered everything before, at this time; first at time 0. Null
   * if that was all.
   */
  next(processor: number, time: number): Request | null
}

/** What a workload is made from. */
export interface WorkloadContext {
  readonly service: Service
  readonly n: number
  readonly root: number
  /** How many channels a processor has. */
  readonly degree: (processor: number) => number
  /** The inputs of the processors. */
  readonly inputs: ArrayLike<number>
  /** All parameters, with defaults filled in, and those alone that were given. */
  readonly values: ParameterValues
  readonly given: ParameterValues
  /** The stream from which processors are chosen. */
  readonly stream: Random
  /** The stream of one processor, from which its pauses and its operations come. */
  readonly streamOf: (processor: number) => Random
}

/** A rule for what processors are asked for, and when. */
export interface WorkloadFamily<Name extends string = string> extends Entry {
  readonly name: Name
  /** Throws an InputError where the parameters ask for what the service does not have. */
  check(service: Service, parsed: Parsed<Entry>): void
  create(context: WorkloadContext): Workload
}
