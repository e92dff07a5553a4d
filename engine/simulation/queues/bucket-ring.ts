import type { Absorber } from '../transit/absorber.ts'
import { isIn } from '../transit/index-set.ts'
import type { Outbox } from '../transit/outbox.ts'
import { Buckets, chunkMask } from './buckets.ts'

/** Numbers of buckets stay below this, so that they and their sums with the length of the ring are exact. */
export const mostBuckets = 2 ** 40

/** A copy: an imported constant is looked up each time. */
const lastOfChunk = chunkMask

/**
 * Buckets of equal width in a ring, and the stretch of time that they cover at the moment. Bucket 0 begins at time 0, and
 * bucket b at b times the width. The width is a power of two, so the bucket of a time is found without rounding.
 */
export class BucketRing {
  buckets: Buckets
  /** Buckets in a unit of time: a power of two. */
  perUnit: number
  /** The number of the current bucket, which is being worked off. Nothing is appended to it. */
  current = -1
  /** When the current bucket ends, so that the others begin, and when the last of them ends. */
  beginning = 0
  end = 0

  /** A ring of so many buckets, a power of two, that cover two units of time. */
  constructor(length: number, expected: number) {
    this.buckets = new Buckets(length, expected)
    this.perUnit = length / 2
    this.moveTo(-1)
  }

  get length(): number {
    return this.buckets.length
  }

  /** The number of the bucket that a time belongs to. */
  bucketOf(time: number): number {
    return Math.floor(time * this.perUnit)
  }

  /** Makes a bucket the current one. */
  moveTo(bucket: number): void {
    this.current = bucket
    this.beginning = (bucket + 1) / this.perUnit
    this.end = (bucket + this.buckets.length) / this.perUnit
  }

  /**
   * Changes the number and the width of the buckets, all of which are empty. There will be `expected` events in them. They
   * are no narrower than numbers allow that are to tell them apart at time `now`.
   */
  reshape(length: number, perUnit: number, expected: number, now: number): void {
    this.perUnit = Math.min(2 ** 60, perUnit, 2 ** Math.floor(Math.log2(mostBuckets / 2 / now)))
    if (length > this.buckets.length) this.buckets = new Buckets(length, expected)
  }

  /**
   * Appends parcels to their buckets, from number `begin` on, until one does not fit: it belongs to no bucket of the ring, or
   * its bucket needs a new chunk. Returns the number of that one. The loop calls nothing, so that the compiler looks up
   * the arrays once and not for every parcel.
   */
  append({ length, arrivals, receivers, parcels }: Outbox, begin: number): number {
    const { perUnit, beginning, end } = this
    const { tails, events, length: ringLength } = this.buckets
    const { times, words } = events
    const mask = ringLength - 1
    let i = begin
    for (; i < length; i++) {
      const time = arrivals[i]!
      if (time < beginning || time >= end) break
      const place = (time * perUnit) & mask
      const index = tails[place]!
      if ((index & lastOfChunk) === 0) break
      tails[place] = index + 1
      times[index << 1] = time
      words[(index << 2) | 2] = receivers[i]!
      words[(index << 2) | 3] = parcels[i]!
    }
    return i
  }

  /**
   * The same, but the absorber takes the parcels to terminated processors. To avoid a branch, these are written, too: to
   * place 0, which belongs to no bucket.
   */
  appendRunning({ length, arrivals, receivers, parcels }: Outbox, begin: number, absorber: Absorber): number {
    const { perUnit, beginning, end } = this
    const { tails, events, length: ringLength } = this.buckets
    const { times, words } = events
    const mask = ringLength - 1
    const { terminated, room: absorbed } = absorber
    let { taken } = absorber
    let i = begin
    for (; i < length; i++) {
      const time = arrivals[i]!
      const receiver = receivers[i]!
      const parcel = parcels[i]!
      const done = isIn(terminated, receiver)
      const place = (time * perUnit) & mask
      const tail = tails[place]!
      if (done === 0 && (time < beginning || time >= end || (tail & lastOfChunk) === 0)) break
      absorbed[taken] = parcel
      taken += done
      tails[place] = tail + 1 - done
      const index = tail & (done - 1)
      times[index << 1] = time
      words[(index << 2) | 2] = receiver
      words[(index << 2) | 3] = parcel
    }
    absorber.taken = taken
    return i
  }
}
