import { type IndexSet, isIn } from './index-set.ts'
import type { Outbox } from './outbox.ts'
import type { Parcels } from './parcels.ts'
import type { Payloads } from './payloads.ts'

/**
 * Takes messages to terminated processors out of transit. They would change nothing when they arrive, so they need not
 * wait in a queue for that.
 *
 * Whoever finds such messages writes them to `room`, sets `taken` to their number, and calls `takeParcels` or
 * `takePayloads`.
 */
export class Absorber {
  /** Parcels, or handles of contents. */
  room = new Uint32Array(16)
  taken = 0
  readonly #terminated: IndexSet
  readonly #parcels: Parcels
  readonly #payloads: Payloads

  constructor(terminated: IndexSet, parcels: Parcels, payloads: Payloads) {
    this.#terminated = terminated
    this.#parcels = parcels
    this.#payloads = payloads
  }

  /** The words of the set of processors that have terminated. */
  get terminated(): Int32Array {
    return this.#terminated.words
  }

  /** Whether nobody has terminated, as is the case in most elections until their end: then there is nothing to take. */
  get idle(): boolean {
    return this.#terminated.size === 0
  }

  /** Makes room for `count` messages. */
  reserve(count: number): void {
    if (count > this.room.length) this.room = new Uint32Array(2 * count)
  }

  /** Takes the parcels in the room. Returns how many there were. */
  takeParcels(): number {
    this.#parcels.unpackAll(this.room, this.taken)
    return this.takePayloads()
  }

  /** Takes the messages whose contents have the handles in the room. Returns how many there were. */
  takePayloads(): number {
    const payloads = this.#payloads
    const { room, taken } = this
    for (let i = 0; i < taken; ) {
      const payload = room[i]!
      const first = i
      // Most messages of a flood have the same contents.
      while (i < taken && room[i] === payload) i++
      payloads.drop(payload, i - first)
    }
    this.taken = 0
    return taken
  }

  /** Takes the messages to terminated processors out of an outbox. */
  takeFrom(outbox: Outbox): void {
    if (this.idle) return
    const { receivers, arrivals, parcels, length } = outbox
    const { terminated } = this
    this.reserve(length)
    const { room } = this
    let taken = 0
    let kept = 0
    for (let i = 0; i < length; i++) {
      const receiver = receivers[i]!
      const parcel = parcels[i]!
      const done = isIn(terminated, receiver)
      room[taken] = parcel
      taken += done
      receivers[kept] = receiver
      arrivals[kept] = arrivals[i]!
      parcels[kept] = parcel
      kept += 1 - done
    }
    outbox.length = kept
    this.taken = taken
    this.takeParcels()
  }
}
