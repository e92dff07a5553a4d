/** How long messages take, as the engine draws it. */
export type DelayModel =
  /** Every message takes one unit of time: the synchronous lockstep. */
  | { readonly kind: 'constant' }
  /** Each message draws afresh. `fill` fills a block with the next delays, in the order of sending. */
  | { readonly kind: 'independent'; readonly bounded: boolean; fill(block: Float64Array): void }
  /** Each direction of each channel has its own delay for the whole execution, by the sender's slot. */
  | { readonly kind: 'per channel'; readonly bounded: boolean; readonly delays: Float64Array }

/*
 * All delays are positive. A bounded model's are at most 1, the largest possible; the times of an unbounded one
 * are divided by the largest delay observed.
 */

/** The delays of one execution, one after the other, in the order of sending. */
export class DelaySource {
  readonly constant: boolean
  readonly bounded: boolean
  readonly #perChannel: Float64Array | null
  readonly #fill: ((block: Float64Array) => void) | null
  readonly #block = new Float64Array(512)
  #next = 512

  constructor(model: DelayModel) {
    this.constant = model.kind === 'constant'
    this.bounded = model.kind === 'constant' || model.bounded
    this.#perChannel = model.kind === 'per channel' ? model.delays : null
    this.#fill = model.kind === 'independent' ? (block) => model.fill(block) : null
  }

  /** The delay of the next message, sent on the sender's slot. */
  draw(slot: number): number {
    if (this.constant) return 1
    if (this.#perChannel !== null) return this.#perChannel[slot]!
    if (this.#next === this.#block.length) {
      this.#fill!(this.#block)
      this.#next = 0
    }
    return this.#block[this.#next++]!
  }
}
