import type { Channel, Message, Processor } from '../model/index.ts'

/** One call of a handler of a Byzantine processor, which may be made as it is, for another state, or not at all. */
export interface Call {
  /** What the processor hears in it: with the channel, or none. */
  readonly heard: readonly { readonly message: Message; readonly from: Channel }[]
  /**
   * Runs the handler. `hears` leaves out what comes by some channels: of a step of a round those messages, of a message the
   * whole call.
   */
  run(p: Processor, state: object, hears?: (from: Channel) => boolean): void
}

/**
 * A Byzantine processor: what it does instead of what the algorithm says. The algorithm is not touched: a liar runs it,
 * perhaps twice, and lets through what it likes.
 */
export interface Liar {
  /** Is told its input; `initially` makes a state for it, or for another input. */
  begins?(state: object, initially: (value: number) => object): void
  acts(p: Processor, state: object, call: Call): void
  /** A computation event of its is over, in which it may have acted several times, or not at all. */
  ends?(): void
}
