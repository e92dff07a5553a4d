import { DelaySource, type Delays, type PartialSynchrony } from '../../timing/delay-model.ts'
import type { Machine } from '../machine/machine.ts'

/** Delays under partial synchrony: which they are depends on when a message is sent. */
export class PartlyBoundedDelays implements Delays {
  readonly bounded = false
  readonly steps = null
  readonly eventByEvent = true
  readonly least = 0
  readonly #machine: Machine
  readonly #gst: number
  readonly #bound: number
  readonly #before: DelaySource
  readonly #after: DelaySource

  constructor({ gst, bound, before, after }: PartialSynchrony, machine: Machine) {
    this.#machine = machine
    this.#gst = gst
    this.#bound = bound
    this.#before = new DelaySource(before)
    this.#after = new DelaySource(after)
  }

  foresee(): number {
    return 0
  }

  draw(slots: Uint32Array, begin: number, end: number, delays: Float64Array): void {
    const { now } = this.#machine
    if (now >= this.#gst) return this.#after.draw(slots, begin, end, delays)
    this.#before.draw(slots, begin, end, delays)
    const longest = this.#gst + this.#bound - now
    for (let i = begin; i < end; i++) if (delays[i]! > longest) delays[i] = longest
  }
}
