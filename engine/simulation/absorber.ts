import { type IndexSet, isIn } from './index-set.ts'
import type { Machine } from './machine.ts'
import type { Outbox } from './outbox.ts'
import type { Watch } from './watch.ts'

/**
 * Takes the messages to processors that have terminated. They change nothing, so all that counts is when the last of
 * them arrives: they need not be put in order, nor wait in the queue.
 */
export class Absorber {
  readonly terminated: IndexSet
  /** When the last message arrives. */
  latest = 0
  readonly #machine: Machine

  constructor(machine: Machine) {
    this.terminated = machine.terminatedSet
    this.#machine = machine
  }

  /** Whether there is no one whose messages it could take: most elections never have one. */
  get idle(): boolean {
    return this.#machine.terminatedCount === 0
  }

  /** Takes the messages to terminated processors out of an outbox. */
  takeFrom(outbox: Outbox): void {
    if (this.idle) return
    const { slots, payloads, receivers, mirrors, arrivals, length } = outbox
    const { terminated } = this
    const taken = slots
    let { latest } = this
    let kept = 0
    let count = 0
    for (let i = 0; i < length; i++) {
      const receiver = receivers[i]!
      const payload = payloads[i]!
      const arrival = arrivals[i]!
      const done = isIn(terminated, receiver)
      latest = Math.max(latest, arrival * done)
      taken[count] = payload
      count += done
      receivers[kept] = receiver
      mirrors[kept] = mirrors[i]!
      payloads[kept] = payload
      arrivals[kept] = arrival
      kept += 1 - done
    }
    outbox.length = kept
    this.latest = latest
    for (let i = 0; i < count; i++) this.#machine.payloads.drop(taken[i]!)
  }

  /**
   * When the last message of all is processed, if the last that came to a processor at work was at `lastProcessed`. Had
   * those that are still to come been processed, too, the first of them would have met a budget that is spent.
   */
  finish(lastProcessed: number, watch: Watch): number {
    if (this.latest <= lastProcessed || watch.exceeds(this.latest, this.#machine.messages))
      return lastProcessed
    return this.latest
  }

  /** Lets go of the contents of the first `count` letters. */
  drop(sealed: Uint32Array, count: number): void {
    const { letters, payloads } = this.#machine
    for (let i = 0; i < count; i++) {
      letters.open(sealed[i]!)
      payloads.drop(letters.payload)
    }
  }
}
