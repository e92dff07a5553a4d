import type { Instance } from './instance.ts'

/** A configuration as properties see it: the states of all processors at one moment, without the buffers. */
export interface ConfigurationView<S extends object = object> {
  readonly instance: Instance
  readonly states: readonly S[]
  /** The time of the latest event, where there are times: the clock of p shows `instance.clocks[p].at(now)`. */
  readonly now?: number
  terminated(processor: number): boolean
  /**
   * Whether a processor is faulty: while the execution runs, whether it may fail in it, at the end, whether it has. Absent:
   * none is.
   */
  faulty?(processor: number): boolean
  /** Whether a processor has crashed, and is not back. Absent: none has. */
  crashed?(processor: number): boolean
}
