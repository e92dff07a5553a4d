import { grown } from '../growth.ts'
import { EventRecords } from './event-records.ts'

/** A power of two, so that a bucket's place in the ring is the low bits of its number. */
export const bucketCount = 1024
const mask = bucketCount - 1
const words = bucketCount / 32
/** A chunk of a bucket holds 2^chunkBits events. */
const chunkBits = 5
const chunkMask = (1 << chunkBits) - 1

/**
 * A ring of buckets, each a list of chunks of events in order of entry; sequential writes, no allocation but for
 * growth. At any time it holds buckets of numbers from a window of `bucketCount` only.
 */
export class Buckets {
  /** The events of all buckets; those of one chunk stand side by side. */
  readonly events = new EventRecords(64 << chunkBits)
  /** By place in the ring: the newest chunk, −1 if none, and the number of events. */
  readonly #newest = new Int32Array(bucketCount).fill(-1)
  readonly #counts = new Int32Array(bucketCount)
  /** One bit for each place that is not empty. */
  readonly #occupied = new Int32Array(words)
  /** By chunk: the one before it in the same bucket, or in the list of free chunks; −1 at the end. */
  #previous = new Int32Array(64)
  #used = 0
  #free = -1

  append(bucket: number, time: number, receiver: number, slot: number, payload: number): void {
    const place = bucket & mask
    const count = this.#counts[place]!
    this.#counts[place] = count + 1
    if ((count & chunkMask) === 0) this.#addChunk(place)
    this.events.set((this.#newest[place]! << chunkBits) + (count & chunkMask), time, receiver, slot, payload)
  }

  /** The number of events of a bucket. */
  count(bucket: number): number {
    return this.#counts[bucket & mask]!
  }

  /** Where the events of a bucket stand in `events`, in order of entry. */
  list(bucket: number, indices: Uint32Array): void {
    const place = bucket & mask
    // Chunks are met from the newest to the oldest, so the list is filled from the end.
    let chunk = this.#newest[place]!
    for (let end = this.#counts[place]!; end > 0; ) {
      const begin = (end - 1) & ~chunkMask
      for (let i = begin; i < end; i++) indices[i] = (chunk << chunkBits) + (i - begin)
      chunk = this.#previous[chunk]!
      end = begin
    }
  }

  /** Forgets the events of a bucket. */
  clear(bucket: number): void {
    const place = bucket & mask
    let chunk = this.#newest[place]!
    while (chunk >= 0) {
      const previous = this.#previous[chunk]!
      this.#previous[chunk] = this.#free
      this.#free = chunk
      chunk = previous
    }
    this.#newest[place] = -1
    this.#counts[place] = 0
    this.#occupied[place >>> 5]! &= ~(1 << (place & 31))
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

  #addChunk(place: number): void {
    let chunk = this.#free
    if (chunk >= 0) this.#free = this.#previous[chunk]!
    else {
      chunk = this.#used++
      if (chunk === this.#previous.length) this.#previous = grown(this.#previous)
      this.events.reserve(this.#used << chunkBits)
    }
    this.#previous[chunk] = this.#newest[place]!
    this.#newest[place] = chunk
    this.#occupied[place >>> 5]! |= 1 << (place & 31)
  }
}
