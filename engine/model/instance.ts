import type { Clock } from './clock.ts'
import type { DelayBounds } from './knowledge.ts'
import type { Network } from './network.ts'

/** One concrete problem to run on: everything but the algorithm and the timing. Arrays are by processor. */
export interface Instance {
  readonly network: Network
  readonly root: number
  readonly ids: ArrayLike<number>
  readonly values: ArrayLike<number>
  /** Further inputs, by name. */
  readonly fields: Readonly<Record<string, ArrayLike<number>>>
  /**
   * The weight of each channel, 0 or more, in the order of its lower end, then of its upper one, whatever the numbers of
   * the channels; null if channels have none.
   */
  readonly weights: ArrayLike<number> | null
  /** The clock of each; null if processors have none. */
  readonly clocks: readonly Clock[] | null
  /** How many processors may fail, as algorithms are told that require a resilience. Absent: none. */
  readonly f?: number
  /** Between which limits all delays are known to be; null if processors are not told, or there are none. */
  readonly delayBounds: DelayBounds | null
  /** When each wakes by itself; Infinity if only a message wakes it. The earliest is 0. */
  readonly wakeTimes: ArrayLike<number>
  /** The largest distance from the root. */
  readonly eccentricity: number
  /** The largest distance between two processors; null where it would take too long to find exactly. */
  readonly diameter: number | null
}
