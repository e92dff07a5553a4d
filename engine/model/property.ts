import type { ConfigurationView } from './configuration.ts'

/** True, or the reason why not. */
export type Finding = true | string

/** A safety condition is checked in every configuration asked for, a liveness condition in the final one. */
export interface Property<S extends object = object> {
  readonly kind: 'safety' | 'liveness'
  check(configuration: ConfigurationView<S>): Finding
}

/** A column of its own that an algorithm adds to the rows: a function of the final configuration. */
export interface Column<S extends object = object> {
  readonly description: string
  read(final: ConfigurationView<S>): number | string | boolean
}
