import type { Adversary, DelayBounds } from '../model/index.ts'
import type { Steps } from './steps.ts'

/** What was understood of the file that delays are from: “read as a matrix: 3 hosts, 6 latencies”; absent of others. */
interface FromFile {
  readonly readAs?: string
}

/** Between which limits all delays of a bounded model are, or of an adversary. Default: above 0 and at most 1. */
interface Bounded {
  readonly bounds?: DelayBounds
}

/** Delays of one kind before a time, of a bounded kind from then on; what is sent before is there by that time and the bound. */
export interface PartialSynchrony {
  readonly kind: 'partially synchronous'
  readonly bounded: false
  readonly gst: number
  readonly bound: number
  readonly before: ObliviousModel
  readonly after: ObliviousModel
}

/** How long messages take, as the engine draws it. */
export type DelayModel =
  /** Every message takes one unit of time: the synchronous lockstep. */
  | { readonly kind: 'constant' }
  /**
   * Each message draws afresh. `fill` fills a block with the next delays, in the order of sending. With `steps` these
   * are times in transit, after which a message waits for the next step of its receiver.
   */
  | (FromFile &
      Bounded & {
        readonly kind: 'independent'
        readonly bounded: boolean
        readonly steps?: Steps
        fill(block: Float64Array): void
      })
  /** Each direction of each channel has its own delay for the whole execution, by the sender's slot. */
  | (FromFile &
      Bounded & { readonly kind: 'per channel'; readonly bounded: boolean; readonly delays: Float64Array })
  /** An adversary, made for one execution, chooses each delay as the message is sent. */
  | PartialSynchrony
  | (Bounded & { readonly kind: 'adversary'; readonly bounded: boolean; readonly adversary: Adversary })

/*
 * All delays are positive. A bounded model's are at most 1, the largest possible; the times of an unbounded one
 * are divided by the largest delay observed.
 */

/** Between which limits all delays of a model are; null if they have none. */
export function boundsOf(model: DelayModel): DelayBounds | null {
  if (model.kind === 'constant') return { min: 1, max: 1 }
  return model.bounded ? (model.bounds ?? { min: 0, max: 1 }) : null
}

/** The delays of one execution, one after the other, in the order of sending. */
export interface Delays {
  readonly bounded: boolean
  /** When receivers process; null if at once. */
  readonly steps: Steps | null
  /** The delays of what an event sends must be drawn before another event happens. */
  readonly eventByEvent: boolean
  /** Looks at the next delays: so many are not below `least`. 0 if they cannot be known. */
  foresee(): number
  readonly least: number
  /** Writes the delays of the next messages: of those at `begin` to before `end`, sent on the senders' slots. */
  draw(slots: Uint32Array, begin: number, end: number, delays: Float64Array): void
}

/** Delays that depend on nothing that happens, and not on the time either. */
export type ObliviousModel = Exclude<DelayModel, PartialSynchrony | { readonly kind: 'adversary' }>

/** The delays of one execution, drawn in blocks from a model that looks at nothing but its stream. */
export class DelaySource implements Delays {
  readonly bounded: boolean
  readonly steps: Steps | null
  readonly eventByEvent = false
  /** None in the block is below this, or none at all. */
  least = 0
  readonly #model: ObliviousModel
  readonly #block = new Float64Array(512)
  #next = 512

  constructor(model: ObliviousModel) {
    this.bounded = model.kind === 'constant' || model.bounded
    this.steps = model.kind === 'independent' ? (model.steps ?? null) : null
    this.#model = model
    if (model.kind === 'constant') this.least = 1
    if (model.kind === 'per channel') this.least = smallest(model.delays)
  }

  foresee(): number {
    if (this.#model.kind !== 'independent') return Number.POSITIVE_INFINITY
    if (this.#next === this.#block.length) this.#refill(this.#model)
    return this.#block.length - this.#next
  }

  #refill(model: ObliviousModel & { readonly kind: 'independent' }): void {
    model.fill(this.#block)
    this.#next = 0
    this.least = smallest(this.#block)
  }

  draw(slots: Uint32Array, begin: number, end: number, delays: Float64Array): void {
    const model = this.#model
    if (model.kind === 'constant') for (let i = begin; i < end; i++) delays[i] = 1
    else if (model.kind === 'per channel')
      for (let i = begin; i < end; i++) delays[i] = model.delays[slots[i]!]!
    else {
      const block = this.#block
      for (let i = begin; i < end; ) {
        if (this.#next === block.length) this.#refill(model)
        let next = this.#next
        const full = Math.min(end, i + block.length - next)
        this.#next += full - i
        // To call `set` takes as long as to copy some.
        if (full - i < 32) while (i < full) delays[i++] = block[next++]!
        else delays.set(block.subarray(next, this.#next), i)
        i = full
      }
    }
  }
}

function smallest(delays: Float64Array): number {
  const { length } = delays
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < length; i++) if (delays[i]! < least) least = delays[i]!
  return least
}
