import type { Channel } from './channel.ts'
import type { Value } from './history.ts'
import type { Message } from './message.ts'

/** What a handler may do in a computation event. Valid only while the handler runs. */
export interface Processor<M extends Message = Message> {
  /** The number of incident channels. */
  readonly degree: number
  /** Puts `message` into the outbuf of `channel`; throws if the processor has no such channel. */
  send(channel: Channel, message: M): void
  sendToAll(message: M): void
  sendToAllExcept(channel: Channel, message: M): void
  /** Enters a terminated state: once the handler returns, the state never changes and nothing is sent. */
  terminate(): void
  /** Notes when this processor comes to something that the algorithm lists in `marks`; only its first time counts. */
  mark(name: string): void
  /** The weight of one of its channels, 0 or more. Needs `requires: { weights: true }`, or `'distinct'`. */
  weight(channel: Channel): number
  /** Answers the operation that is pending at this processor. */
  respond(result?: Value): void
  /** Gives what nobody asked for; the service lists its outputs. */
  output(name: string, value?: Value): void
  /** What its clock shows. Needs `requires: { clocks: true }`. */
  clock(): number
  /**
   * Sets a timer, which goes off once when its clock has gone on by `duration`; anew, if one of this name is set. Needs
   * `requires: { clocks: true }`.
   */
  setTimer(name: string, duration: number): void
  /** Whether its failure detector suspects the neighbour at the other end of a channel. Needs `requires: { detector: '◇S' }`, or another class. */
  suspects(channel: Channel): boolean
  /** The channel to whom its failure detector takes for the leader; null: itself. Needs `requires: { detector: 'Ω' }`. */
  leader(): Channel | null
  /** A fair draw from [0, 1), from this processor's own stream. Needs `requires: { coins: true }`. */
  random(): number
}
