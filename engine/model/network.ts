import type { Channel } from './channel.ts'

/** The network as properties and claims see it. A channel joins two processors; each numbers it for itself. */
export interface Network {
  readonly n: number
  /** The number of channels. */
  readonly m: number
  degree(processor: number): number
  /** The processor at the other end. */
  neighbor(processor: number, channel: Channel): number
}
