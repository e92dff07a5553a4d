import { grown } from '../growth.ts'
import { EventRecords } from './event-records.ts'

/** A chunk of a bucket holds 2^chunkBits events. */
export const chunkBits = 5
export const chunkMask = (1 << chunkBits) - 1

/**
 * A ring of buckets, each a list of chunks of events in order of entry; sequential writes, no allocation but for
 * growth. At any time it holds buckets of numbers from a window of its length only.
 *
 * Place 0 of the events belongs to no bucket.
 */
export class Buckets {
  /** The events of all buckets; those of one chunk stand side by side. */
  readonly events: EventRecords
  /** A power of two, so that a bucket's place in the ring is the low bits of its number. */
  readonly length: number
  /** By place in the ring: the newest chunk, and the number of events. */
  readonly newest: Int32Array
  readonly counts: Int32Array
  /** One bit for each place that is not empty. */
  readonly #occupied: Int32Array
  /** By chunk: the one before it in the same bucket, or in the list of free chunks; 0 at the end. */
  previous = new Int32Array(64)
  #used = 1
  #free = 0

  constructor(length: number, expected: number) {
    this.length = length
    this.events = new EventRecords(Math.max(expected, length) + (length << (chunkBits - 1)))
    this.newest = new Int32Array(length)
    this.counts = new Int32Array(length)
    this.#occupied = new Int32Array(length >>> 5)
  }

  append(bucket: number, time: number, receiver: number, letter: number): void {
    const place = bucket & (this.length - 1)
    const count = this.counts[place]!
    this.counts[place] = count + 1
    if ((count & chunkMask) === 0) this.addChunk(place)
    this.events.set((this.newest[place]! << chunkBits) + (count & chunkMask), time, receiver, letter)
  }

  /** Gives the bucket at a place of the ring a new chunk, which becomes its newest. */
  addChunk(place: number): void {
    let chunk = this.#free
    if (chunk > 0) this.#free = this.previous[chunk]!
    else {
      chunk = this.#used++
      if (chunk === this.previous.length) this.previous = grown(this.previous)
      this.events.reserve(this.#used << chunkBits)
    }
    this.previous[chunk] = this.newest[place]!
    this.newest[place] = chunk
    this.#occupied[place >>> 5]! |= 1 << (place & 31)
  }

  /** The number of events of a bucket. */
  count(bucket: number): number {
    return this.counts[bucket & (this.length - 1)]!
  }

  /** Forgets the events of a bucket. */
  clear(bucket: number): void {
    const place = bucket & (this.length - 1)
    let chunk = this.newest[place]!
    while (chunk > 0) {
      const previous = this.previous[chunk]!
      this.previous[chunk] = this.#free
      this.#free = chunk
      chunk = previous
    }
    this.newest[place] = 0
    this.counts[place] = 0
    this.#occupied[place >>> 5]! &= ~(1 << (place & 31))
  }

  /** The number of the first bucket after this one that holds anything; Infinity if none does. */
  nextAfter(bucket: number): number {
    const first = (bucket + 1) & (this.length - 1)
    const words = this.#occupied.length
    let word = first >>> 5
    let bits = this.#occupied[word]! & (-1 << (first & 31))
    for (let looked = 0; looked <= words; looked++) {
      if (bits !== 0) {
        const place = (word << 5) + 31 - Math.clz32(bits & -bits)
        return bucket + 1 + ((place - first) & (this.length - 1))
      }
      word = (word + 1) % words
      bits = this.#occupied[word]!
    }
    return Number.POSITIVE_INFINITY
  }
}
