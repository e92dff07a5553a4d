import type { Instance } from './instance.ts'

/** A configuration as properties see it: the states of all processors at one moment, without the buffers. */
export interface ConfigurationView<S extends object = object> {
  readonly instance: Instance
  readonly states: readonly S[]
  terminated(processor: number): boolean
}
