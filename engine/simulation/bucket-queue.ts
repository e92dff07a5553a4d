import { Buckets, bucketCount } from './buckets.ts'
import type { EventQueue } from './event-queue.ts'
import { EventRecords } from './event-records.ts'
import { QuaternaryQueue } from './quaternary-queue.ts'
import { EventSorter } from './sort-events.ts'

/**
 * The fast queue: a ring of time buckets, each sorted only when its time comes. Amortised O(1) per event.
 *
 * Messages take at most about one unit of time, so all that is in transit lies in a short window after now. An event
 * is appended to its bucket; when a bucket becomes the current one it is sorted by a stable counting pass and
 * insertion sort, so equal times keep their order of entry. What falls into the current bucket itself waits in a
 * heap (`late`), what falls beyond the ring in another (`far`). When either holds too much, the buckets are made
 * narrower or wider. Their width is a power of two, so the bucket of a time is exact.
 */
export class BucketQueue implements EventQueue {
  time = 0
  receiver = 0
  slot = 0
  payload = 0
  size = 0
  /** Where the events of the current bucket stand, sorted; those before `#drained` have left. */
  #drain: Uint32Array = new Uint32Array(0)
  #drainLength = 0
  #drained = 0
  #entered = new Uint32Array(64)
  #late = new QuaternaryQueue()
  #far = new QuaternaryQueue()
  readonly #buckets = new Buckets()
  readonly #sorter = new EventSorter()
  /** Buckets in a unit of time: a power of two. */
  #perUnit = bucketCount
  /** The number of the current bucket, counted from time 0. */
  #current = -1
  #lateLimit = 4096
  #farLimit = 4096

  push(time: number, receiver: number, slot: number, payload: number): void {
    this.size++
    const ahead = Math.floor(time * this.#perUnit) - this.#current
    if (ahead > 0 && ahead < bucketCount)
      this.#buckets.append(this.#current + ahead, time, receiver, slot, payload)
    else if (ahead <= 0) this.#pushLate(time, receiver, slot, payload)
    else this.#pushFar(time, receiver, slot, payload)
  }

  #pushLate(time: number, receiver: number, slot: number, payload: number): void {
    this.#late.push(time, receiver, slot, payload)
    if (this.#late.size > this.#lateLimit) this.#rebuild(this.#perUnit * 32)
  }

  #pushFar(time: number, receiver: number, slot: number, payload: number): void {
    this.#far.push(time, receiver, slot, payload)
    if (this.#far.size > this.#farLimit && this.#far.size > this.size / 8) this.#rebuild(this.#perUnit / 4)
  }

  pop(): boolean {
    if (this.#drained === this.#drainLength && this.#late.size === 0 && !this.#advance()) return false
    this.size--
    if (this.#lateIsNext()) return this.#popLate()
    const i = this.#drain[this.#drained++]!
    const { times, words } = this.#buckets.events
    this.time = times[3 * i]!
    this.receiver = words[6 * i + 2]!
    this.slot = words[6 * i + 3]!
    this.payload = words[6 * i + 4]!
    return true
  }

  /** Events of equal time lie in the same bucket, so only the current one needs looking at. */
  nextIsAt(time: number): boolean {
    return this.#drained < this.#drainLength && this.#drainTime() === time
      ? true
      : this.#late.size > 0 && this.#late.nextTime === time
  }

  /** Of equal times the late event comes second: it entered when the bucket was already current. */
  #lateIsNext(): boolean {
    if (this.#late.size === 0) return false
    return this.#drained === this.#drainLength || this.#late.nextTime < this.#drainTime()
  }

  /** The time of the next event of the current bucket, which must have one. */
  #drainTime(): number {
    return this.#buckets.events.times[3 * this.#drain[this.#drained]!]!
  }

  #popLate(): boolean {
    const late = this.#late
    late.pop()
    this.time = late.time
    this.receiver = late.receiver
    this.slot = late.slot
    this.payload = late.payload
    return true
  }

  /** Makes the next bucket that holds anything the current one; false if there is none. */
  #advance(): boolean {
    this.#buckets.clear(this.#current)
    const nextFar = Math.floor(this.#far.nextTime * this.#perUnit)
    const next = Math.min(this.#buckets.nextAfter(this.#current), nextFar)
    if (next === Number.POSITIVE_INFINITY) return false
    this.#current = next
    const near = this.#buckets.count(next)
    if (nextFar === next) this.#fetchFar(next)
    const length = this.#buckets.count(next)
    if (this.#entered.length < length) this.#entered = new Uint32Array(2 * length)
    const indices = this.#entered
    this.#buckets.list(next, indices)
    // Whatever was once too far for this bucket entered before anything that was not.
    if (near < length) rotateLeft(indices.subarray(0, length), near)
    this.#drain = this.#sorter.sort(indices, length, this.#buckets.events.times, next, this.#perUnit)
    this.#drainLength = length
    this.#drained = 0
    return true
  }

  /** Moves what is no longer too far to its bucket. */
  #fetchFar(bucket: number): void {
    const far = this.#far
    while (Math.floor(far.nextTime * this.#perUnit) === bucket && far.pop())
      this.#buckets.append(bucket, far.time, far.receiver, far.slot, far.payload)
  }

  /** Changes the width of the buckets and puts every event where it then belongs, those of equal time in order. */
  #rebuild(perUnit: number): void {
    const now = this.time
    const all = new EventRecords(this.size)
    let length = 0
    while (this.#drained < this.#drainLength || this.#late.size > 0) {
      this.pop()
      all.set(length++, this.time, this.receiver, this.slot, this.payload)
    }
    const far = this.#far
    while (far.pop()) all.set(length++, far.time, far.receiver, far.slot, far.payload)
    length = this.#emptyBuckets(all, length)

    this.size = 0
    this.time = now
    this.#perUnit = Math.min(2 ** 60, Math.max(2 ** -60, perUnit))
    this.#current = Math.floor(now * this.#perUnit)
    this.#lateLimit = Number.POSITIVE_INFINITY
    this.#farLimit = Number.POSITIVE_INFINITY
    const { times, words } = all
    for (let i = 0; i < length; i++)
      this.push(times[3 * i]!, words[6 * i + 2]!, words[6 * i + 3]!, words[6 * i + 4]!)
    // What no width can spread is left to the heaps until it has doubled.
    this.#lateLimit = Math.max(4096, 2 * this.#late.size)
    this.#farLimit = Math.max(4096, 2 * this.#far.size)
  }

  /** Moves the events of all buckets behind the first `length` of `all`, those of a bucket in order of entry. */
  #emptyBuckets(all: EventRecords, length: number): number {
    const { events } = this.#buckets
    this.#buckets.clear(this.#current)
    this.#drainLength = 0
    this.#drained = 0
    for (
      let bucket = this.#buckets.nextAfter(this.#current);
      bucket < Number.POSITIVE_INFINITY;
      bucket = this.#buckets.nextAfter(bucket)
    ) {
      const indices = new Uint32Array(this.#buckets.count(bucket))
      this.#buckets.list(bucket, indices)
      for (const index of indices) all.copy(length++, events, index)
      this.#buckets.clear(bucket)
    }
    return length
  }
}

/** Puts the first `count` items behind all others. */
function rotateLeft(items: Uint32Array, count: number): void {
  const first = items.slice(0, count)
  items.copyWithin(0, count)
  items.set(first, items.length - count)
}
