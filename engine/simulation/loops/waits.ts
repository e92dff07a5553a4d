import { InputError } from '../../errors.ts'
import type { Steps } from '../../timing/steps.ts'
import { arrayBySlot } from '../../topology/array-by-slot.ts'
import type { Machine } from '../machine/machine.ts'
import type { Outbox } from '../transit/outbox.ts'
import { after } from './after.ts'

/**
 * What messages wait for when their delays are over: for the next step of the receiver, if receivers process in steps;
 * then for the message sent before on the same channel, if channels are first in, first out.
 *
 * A message that waits for the one before arrives together with it, so no delay exceeds the largest drawn.
 */
export class Waits {
  readonly #steps: Steps | null
  /** By slot, when the latest message sent on it arrives; null unless channels are first in, first out. */
  readonly #latestOnSlot: Float64Array | null

  /** Null if messages wait for nothing. */
  static of(machine: Machine, steps: Steps | null, fifo: boolean): Waits | null {
    return steps !== null || fifo ? new Waits(machine, steps, fifo) : null
  }

  private constructor(machine: Machine, steps: Steps | null, fifo: boolean) {
    if (steps !== null) assertWakesAtZero(machine.instance.wakeTimes)
    this.#steps = steps
    this.#latestOnSlot = fifo ? arrayBySlot(machine.graph, 'FIFO channels') : null
  }

  /**
   * Turns the delays of the messages from number `begin` on, sent now, into times of arrival. Returns the largest delay,
   * waiting included.
   */
  arrive({ slots, receivers, arrivals, length }: Outbox, begin: number, now: number): number {
    const steps = this.#steps
    const latest = this.#latestOnSlot
    let delayMax = 0
    for (let i = begin; i < length; i++) {
      let delay = arrivals[i]!
      let arrival = after(now, delay)
      if (steps !== null) {
        arrival = steps.next(receivers[i]!, arrival)
        delay = arrival - now
      }
      if (latest !== null) {
        const slot = slots[i]!
        if (arrival < latest[slot]!) {
          arrival = latest[slot]!
          delay = arrival - now
        }
        latest[slot] = arrival
      }
      if (delay > delayMax) delayMax = delay
      arrivals[i] = arrival
    }
    return delayMax
  }
}

/** A processor that wakes between two of its steps would process there what waits for the later one. */
function assertWakesAtZero(wakeTimes: ArrayLike<number>): void {
  const late = Array.prototype.findIndex.call(
    wakeTimes,
    (time) => time > 0 && time !== Number.POSITIVE_INFINITY,
  )
  if (late >= 0)
    throw new InputError(
      `with delays that wait for steps, who wakes by itself must do so at time 0; p_${late} wakes at ${wakeTimes[late]}`,
    )
}
