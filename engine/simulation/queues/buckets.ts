import { grown } from '../../typed-arrays.ts'
import { EventRecords } from './event-records.ts'

/** A chunk of a bucket holds 2^chunkBits events. */
export const chunkBits = 5
export const chunkMask = (1 << chunkBits) - 1

/**
 * The memory of a ring of buckets. A bucket is a list of chunks, in which its events stand in the order of entry. To append
 * is to write one place further on, and nothing is allocated but for growth.
 *
 * Buckets have numbers. Those in use at one time come from a stretch of as many numbers as the ring is long, so no two
 * share a place in the ring. Place 0 of the events belongs to no bucket.
 */
export class Buckets {
  /** The events of all buckets. Those of one chunk stand side by side. */
  readonly events: EventRecords
  /** A power of two, so that a bucket's place in the ring is the low bits of its number. */
  readonly length: number
  /**
   * By place in the ring: where the bucket's next event goes. At the end of the bucket's newest chunk, and at 0, where the
   * bucket has none, a new chunk is needed first.
   */
  readonly tails: Int32Array
  /** One bit for each place that is not empty. */
  readonly #occupied: Int32Array
  /** By chunk: the one before it in the same bucket, or the next in the list of free chunks; 0 at the end of either. */
  previous = new Int32Array(16)
  #used = 1
  #free = 0

  constructor(length: number, expected: number) {
    this.length = length
    const room = Math.max(expected, length) + (length << (chunkBits - 1))
    // To set aside little memory takes as long as a short execution; a lot of it costs nothing before it is used.
    this.events = new EventRecords(room < 4096 ? 256 : room)
    this.tails = new Int32Array(length)
    this.#occupied = new Int32Array(length >>> 5)
  }

  append(bucket: number, time: number, receiver: number, parcel: number): void {
    const place = bucket & (this.length - 1)
    let tail = this.tails[place]!
    if ((tail & chunkMask) === 0) tail = this.#addChunk(place)
    this.tails[place] = tail + 1
    this.events.set(tail, time, receiver, parcel)
  }

  /** Gives the bucket at a place of the ring a new chunk. Returns where that begins. */
  #addChunk(place: number): number {
    let chunk = this.#free
    if (chunk > 0) this.#free = this.previous[chunk]!
    else {
      chunk = this.#used++
      if (chunk === this.previous.length) this.previous = grown(this.previous)
      this.events.reserve(this.#used << chunkBits)
    }
    this.previous[chunk] = chunkBefore(this.tails[place]!)
    this.#occupied[place >>> 5]! |= 1 << (place & 31)
    return chunk << chunkBits
  }

  /** The number of events of a bucket. */
  count(bucket: number): number {
    const tail = this.tails[bucket & (this.length - 1)]!
    let chunk = chunkBefore(tail)
    let count = tail - (chunk << chunkBits)
    while ((chunk = this.previous[chunk]!) > 0) count += 1 << chunkBits
    return count
  }

  /** The newest chunk of a bucket; 0 if it holds nothing. */
  newest(bucket: number): number {
    return chunkBefore(this.tails[bucket & (this.length - 1)]!)
  }

  /** Forgets the events of a bucket. */
  clear(bucket: number): void {
    const place = bucket & (this.length - 1)
    let chunk = this.newest(bucket)
    while (chunk > 0) {
      const previous = this.previous[chunk]!
      this.previous[chunk] = this.#free
      this.#free = chunk
      chunk = previous
    }
    this.tails[place] = 0
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

/** The chunk of the event before this one; 0 before the first of all. */
const chunkBefore = (event: number): number => Math.max(0, event - 1) >>> chunkBits
