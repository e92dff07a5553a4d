import type { ConfigurationView } from './configuration.ts'

/** True, or the reason why not. */
export type Finding = true | string

/** Called after each event of a processor: what the event has made of a safety condition that held before it. */
export type After = (processor: number) => Finding

/** A safety condition is checked in every configuration asked for, a liveness condition in the final one. */
export interface Property<S extends object = object> {
  readonly kind: 'safety' | 'liveness'
  check(configuration: ConfigurationView<S>): Finding
  /**
   * The incremental form of a safety condition: follows an execution from the configuration given, which changes under
   * it, and looks only at what each event has changed. It finds what `check` finds.
   */
  follow?(configuration: ConfigurationView<S>): After
}

/** In which configurations safety is checked: all, a sample of those of a long execution, or the last. */
export type CheckMode = 'every' | 'sampled' | 'final'

/** A column of its own that an algorithm adds to the rows: a function of the final configuration. */
export interface Column<S extends object = object> {
  readonly description: string
  read(final: ConfigurationView<S>): number | string | boolean
}
