import type { ConfigurationView } from './configuration.ts'
import type { SystemSize } from './faults.ts'
import type { Finding } from './property.ts'

/** Chooses one of 0 … count − 1: at random, as it was told, or each in turn. */
export type Choose = (count: number) => number

/** What the states of a processor may depend on, whatever has happened to it. */
export interface ArbitraryContext extends SystemSize {
  /** The identifiers, by processor. */
  readonly ids: readonly number[]
  /** How many channels the processor has. */
  readonly degree: number
}

/** What an algorithm promises that stabilises by itself: from any states it comes to legitimate configurations, and stays. */
export interface Stabilisation<S extends object = object> {
  /** What of its state a processor may begin with; the rest, which nothing can corrupt, is as at first. */
  arbitrarily(about: ArbitraryContext, choose: Choose): Partial<S>
  /** Whether all is as it should be, as far as correct processors go; from then on it must stay so. */
  legitimate(configuration: ConfigurationView<S>): Finding
}
