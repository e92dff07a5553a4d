import { grown } from '../growth.ts'
import { EventRecords } from './event-records.ts'

/** A power of two, so that a bucket's place in the ring is the low bits of its number. */
export const bucketCount = 1024
const mask = bucketCount - 1
const words = bucketCount / 32
/** How many events a chunk of a bucket holds. */
const chunkSize = 32

/**
 * A ring of buckets, each a list of chunks of events in order of entry; sequential writes, no allocation but for
 * growth. At any time it holds buckets of numbers from a window of `bucketCount` only.
 */
export class Buckets {
  /** By place in the ring: the newest chunk, −1 if none, and the number of events. */
  readonly #newest = new Int32Array(bucketCount).fill(-1)
  readonly #counts = new Uint32Array(bucketCount)
  /** One bit for each place that is not empty. */
  readonly #occupied = new Int32Array(words)
  #events = new EventRecords(64 * chunkSize)
  /** By chunk: the one before it in the same bucket, or in the list of free chunks; −1 at the end. */
  #previous = new Int32Array(64)
  #used = 0
  #free = -1

  append(bucket: number, time: number, receiver: number, slot: number, payload: number): void {
    const place = bucket & mask
    const count = this.#counts[place]!++
    if (count % chunkSize === 0) {
      this.#newest[place] = this.#allocate(this.#newest[place]!)
      this.#occupied[place >>> 5]! |= 1 << (place & 31)
    }
    this.#events.set(this.#newest[place]! * chunkSize + (count % chunkSize), time, receiver, slot, payload)
  }

  /** The number of the first bucket after this one that holds anything; Infinity if none does. */
  nextAfter(bucket: number): number {
    const first = (bucket + 1) & mask
    let word = first >>> 5
    let bits = this.#occupied[word]! & (-1 << (first & 31))
    for (let looked = 0; looked <= words; looked++) {
      if (bits !== 0) {
        const place = (word << 5) + 31 - Math.clz32(bits & -bits)
        return bucket + 1 + ((place - first) & mask)
      }
      word = (word + 1) % words
      bits = this.#occupied[word]!
    }
    return Number.POSITIVE_INFINITY
  }

  /** Moves the events of a bucket behind the first `length` of `target`, in order of entry; the new length. */
  empty(bucket: number, target: EventRecords, length: number): number {
    const place = bucket & mask
    const count = this.#counts[place]!
    target.reserve(length + count)
    // Chunks are met from the newest to the oldest, so the target is filled from the end.
    let chunk = this.#newest[place]!
    for (let end = count; end > 0; ) {
      const begin = end - 1 - ((end - 1) % chunkSize)
      for (let i = begin; i < end; i++) target.copy(length + i, this.#events, chunk * chunkSize + (i - begin))
      const previous = this.#previous[chunk]!
      this.#previous[chunk] = this.#free
      this.#free = chunk
      chunk = previous
      end = begin
    }
    this.#newest[place] = -1
    this.#counts[place] = 0
    this.#occupied[place >>> 5]! &= ~(1 << (place & 31))
    return length + count
  }

  /** The same for all buckets, in no particular order of buckets. */
  emptyAll(target: EventRecords, length: number): number {
    for (let place = 0; place < bucketCount; place++) length = this.empty(place, target, length)
    return length
  }

  #allocate(previous: number): number {
    let chunk = this.#free
    if (chunk >= 0) this.#free = this.#previous[chunk]!
    else {
      chunk = this.#used++
      if (chunk === this.#previous.length) this.#previous = grown(this.#previous)
      this.#events.reserve(this.#used * chunkSize)
    }
    this.#previous[chunk] = previous
    return chunk
  }
}
