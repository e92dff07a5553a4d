import { InputError } from '../../errors.ts'
import type { Outbox } from '../transit/outbox.ts'

/** The most events, 8 GiB of them: inner loops calculate their places in `words` with 31 bits. */
const capacityMax = 2 ** 29

/**
 * Events side by side, 16 bytes each, so that one cache line has all of an event. Event i has its time in `times[2 i]`, its
 * receiver in `words[4 i + 2]` and its parcel in `words[4 i + 3]`: both arrays look at the same memory.
 */
export class EventRecords {
  capacity: number
  times: Float64Array
  words: Uint32Array

  constructor(capacity: number) {
    const memory = new ArrayBuffer(16 * capacity)
    this.capacity = capacity
    this.times = new Float64Array(memory)
    this.words = new Uint32Array(memory)
  }

  set(i: number, time: number, receiver: number, parcel: number): void {
    this.times[i << 1] = time
    this.words[(i << 2) | 2] = receiver
    this.words[(i << 2) | 3] = parcel
  }

  /** Copies event `from` of `source` to place `to` here. */
  copy(to: number, source: EventRecords, from: number): void {
    this.times[to << 1] = source.times[from << 1]!
    this.words[(to << 2) | 2] = source.words[(from << 2) | 2]!
    this.words[(to << 2) | 3] = source.words[(from << 2) | 3]!
  }

  /** Adds event i to an outbox, in which there must be room. */
  takeOut(i: number, all: Outbox): void {
    all.addParcel(this.times[i << 1]!, this.words[(i << 2) | 2]!, this.words[(i << 2) | 3]!)
  }

  /** Makes room for `capacity` events, keeping those that there are. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return
    if (capacity > capacityMax)
      throw new InputError('more than 2^29 messages are in transit, which is too many')
    const larger = new EventRecords(Math.min(capacityMax, Math.max(capacity, 2 * this.capacity)))
    larger.times.set(this.times)
    this.capacity = larger.capacity
    this.times = larger.times
    this.words = larger.words
  }
}
