import type { Absorber } from '../transit/absorber.ts'
import { isIn } from '../transit/index-set.ts'
import { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import { Buckets, chunkMask } from './buckets.ts'
import type { EventQueue } from './event-queue.ts'
import type { EventRecords } from './event-records.ts'
import { QuaternaryQueue } from './quaternary-queue.ts'
import { SortedBucket } from './sorted-bucket.ts'

/** The ring grows with the number of events between these lengths, so that a bucket holds about so many. */
const [shortest, longest, eventsPerBucket] = [64, 2048, 32] as const

/** The most events for which memory is reserved ahead of need: 1.5 GiB. */
const mostReserved = 2 ** 26

const lastOfChunk = chunkMask

/** A power of two. */
function ringLength(events: number): number {
  let length: number = shortest
  while (length < longest && events > eventsPerBucket * length) length *= 2
  return length
}

/**
 * The fast queue: a ring of time buckets, each sorted only when its time comes. Amortised O(1) per event.
 *
 * Messages take at most about one unit of time, so all that is in transit lies in a short window after now, and the
 * ring covers two units. An event is appended to its bucket; when a bucket becomes the current one it is sorted by a
 * stable counting pass and insertion sort, so equal times keep their order of entry. What falls into the current
 * bucket itself waits in a heap (`late`), what falls beyond the ring in another (`far`). When either holds too much,
 * the buckets are made narrower or wider. Their width is a power of two, so the bucket of a time is exact.
 */
export class BucketQueue implements EventQueue {
  size = 0
  /** Kept, not computed: to return a double takes memory. Always known within the current bucket. */
  nextTime = Number.POSITIVE_INFINITY
  readonly takesAll = false
  absorber: Absorber | null = null
  #buckets: Buckets
  /** Buckets in a unit of time: a power of two. */
  #perUnit = 0.5
  /** The number of the current bucket, counted from time 0, and where its next event is. */
  #current = -1
  /** The time at which the current bucket ends and the rest of the ring begins, and that at which the ring ends. */
  #beginning = 0.5
  #end = 0.5
  readonly #sorted = new SortedBucket()
  #next = 1
  #late = new QuaternaryQueue()
  #far = new QuaternaryQueue()
  #lateLimit = 1024
  #farLimit = 1024
  /** How many events make the ring grow. */
  #sizeLimit: number
  /** The time of the last event popped. */
  #now = 0

  /** There is room for `expected` events before anything grows; memory that is not used costs nothing. */
  constructor(expected = 0) {
    const length = ringLength(expected)
    this.#buckets = new Buckets(length, Math.min(expected, mostReserved))
    this.#perUnit = length / 2
    this.#sizeLimit = 2 * eventsPerBucket * length
    this.#moveTo(-1)
  }

  get events(): EventRecords {
    return this.#sorted.events
  }

  enter(sent: Outbox): void {
    this.#put(sent, this.absorber === null || this.absorber.idle ? null : this.absorber)
    if (this.size > this.#sizeLimit) this.#lengthen()
    else if (this.#late.size > this.#lateLimit) this.#rebuild(this.#buckets.length, this.#perUnit * 32)
    else if (this.#far.size > this.#farLimit && this.#far.size > this.size / 32)
      this.#rebuild(this.#buckets.length, this.#perUnit / 4)
    this.#lookAhead()
  }

  /** Puts parcels where they belong; an absorber takes its share, and must not meet a wake-up. */
  #put(sent: Outbox, absorber: Absorber | null): void {
    const { length, arrivals, receivers, parcels } = sent
    absorber?.reserve(length)
    this.size += length
    for (let i = 0; i < length; i++) {
      i = absorber === null ? this.#append(sent, i) : this.#appendRunning(sent, i, absorber)
      if (i < length) this.#enterOne(arrivals[i]!, receivers[i]!, parcels[i]!)
    }
    if (absorber !== null) this.size -= absorber.takeParcels()
  }

  /**
   * Appends parcels to the chunks of their buckets, from number `begin` to before the first for which there is no room; its
   * number. Calls nothing, so that the compiler looks up the arrays once and not for every parcel.
   */
  #append({ length, arrivals, receivers, parcels }: Outbox, begin: number): number {
    const { tails, events, length: ringLength } = this.#buckets
    const { times, words } = events
    const mask = ringLength - 1
    const perUnit = this.#perUnit
    const beginning = this.#beginning
    const end = this.#end
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

  /** The same, but the absorber takes the messages to terminated processors: these are written to place 0, for nothing. */
  #appendRunning(
    { length, arrivals, receivers, parcels }: Outbox,
    begin: number,
    absorber: Absorber,
  ): number {
    const { tails, events, length: ringLength } = this.#buckets
    const { times, words } = events
    const mask = ringLength - 1
    const perUnit = this.#perUnit
    const beginning = this.#beginning
    const end = this.#end
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

  #enterOne(time: number, receiver: number, parcel: number): void {
    if (time < this.#beginning) this.#late.push(time, receiver, parcel)
    else if (time >= this.#end) this.#far.push(time, receiver, parcel)
    else this.#buckets.append(Math.floor(time * this.#perUnit), time, receiver, parcel)
  }

  pop(): number {
    const sorted = this.#sorted
    if (this.#late.size > 0) {
      if (this.#next === sorted.end || this.#late.nextTime < sorted.events.times[this.#next << 1]!)
        return this.#popLate()
    } else if (this.#next === sorted.end && !this.#advance()) return -1
    this.size--
    this.#now = sorted.events.times[this.#next << 1]!
    const event = this.#next++
    this.#lookAhead()
    return event
  }

  popAll(time: number, into: Arrivals): void {
    const { events, end } = this.#sorted
    const before = into.length
    for (; this.#next < end && events.times[this.#next << 1] === time; this.#next++)
      into.addEvent(events, this.#next)
    this.size -= into.length - before
    while (this.#late.nextTime === time) into.addEvent(this.events, this.#popLate())
    this.#lookAhead()
  }

  upcoming(receivers: Uint32Array): number {
    const { events, end } = this.#sorted
    const { words } = events
    const next = this.#next
    const count = Math.min(receivers.length, end - next)
    for (let i = 0; i < count; i++) receivers[i] = words[((next + i) << 2) | 2]!
    return count
  }

  /** Of equal times the late event comes second: it entered when the bucket was already current. */
  #popLate(): number {
    this.#late.pop()
    this.events.copy(0, this.#late.events, 0)
    this.size--
    this.#now = this.events.times[0]!
    this.#lookAhead()
    return 0
  }

  #lookAhead(): void {
    const { end, events } = this.#sorted
    const next = this.#next < end ? events.times[this.#next << 1]! : Number.POSITIVE_INFINITY
    this.nextTime = this.#late.size > 0 ? Math.min(next, this.#late.nextTime) : next
  }

  /** Makes the next bucket that holds anything the current one; false if there is none. */
  #advance(): boolean {
    const buckets = this.#buckets
    const sorted = this.#sorted
    do {
      buckets.clear(this.#current)
      sorted.clear()
      this.#next = sorted.begin
      const bucketOfFar = Math.floor(this.#far.nextTime * this.#perUnit)
      const next = Math.min(buckets.nextAfter(this.#current), bucketOfFar)
      if (next === Number.POSITIVE_INFINITY) return false
      this.#moveTo(next)
      if (bucketOfFar < next + buckets.length) this.#fetchFar()
      this.size -= sorted.load(buckets, next, this.#perUnit, this.absorber)
    } while (sorted.length === 0)
    this.#next = sorted.begin
    return true
  }

  #moveTo(bucket: number): void {
    this.#current = bucket
    this.#beginning = (bucket + 1) / this.#perUnit
    this.#end = (bucket + this.#buckets.length) / this.#perUnit
  }

  /** Moves what is no longer too far to its bucket, which nothing else can have entered before. */
  #fetchFar(): void {
    const far = this.#far
    const { times, words } = far.events
    for (;;) {
      const bucket = Math.floor(far.nextTime * this.#perUnit)
      if (bucket >= this.#current + this.#buckets.length) return
      far.pop()
      this.#buckets.append(bucket, times[0]!, words[2]!, words[3]!)
    }
  }

  #lengthen(): void {
    const length = ringLength(this.size)
    this.#sizeLimit = length === longest ? Number.POSITIVE_INFINITY : 2 * eventsPerBucket * length
    if (length > this.#buckets.length) this.#rebuild(length, (this.#perUnit * length) / this.#buckets.length)
  }

  /** Changes number and width of the buckets and puts every event where it then belongs, equal times in order. */
  #rebuild(length: number, perUnit: number): void {
    const all = new Outbox()
    all.reserve(this.size)
    this.#empty(all)
    this.#perUnit = Math.min(2 ** 60, Math.max(2 ** -60, perUnit))
    if (length > this.#buckets.length) this.#buckets = new Buckets(length, this.size)
    const current = Math.floor(this.#now * this.#perUnit)
    this.#moveTo(current - 1)
    this.size = 0
    this.#put(all, null)
    // What no width can spread is left to the heaps until it has doubled.
    this.#lateLimit = Math.max(1024, 2 * this.#late.size)
    this.#farLimit = Math.max(1024, 2 * this.#far.size)
    this.#moveTo(current)
    this.#fetchFar()
    this.#sorted.load(this.#buckets, current, this.#perUnit, null)
    this.#next = this.#sorted.begin
  }

  /** Takes all events out, those of equal time in order of entry. */
  #empty(all: Outbox): void {
    const sorted = this.#sorted
    const takeOut = ({ times, words }: EventRecords, index: number): void => {
      all.arrivals[all.length] = times[index << 1]!
      all.receivers[all.length] = words[(index << 2) | 2]!
      all.parcels[all.length++] = words[(index << 2) | 3]!
    }
    for (; this.#next < sorted.end; this.#next++) takeOut(sorted.events, this.#next)
    while (this.#late.pop() === 0) takeOut(this.#late.events, 0)
    while (this.#far.pop() === 0) takeOut(this.#far.events, 0)
    this.#buckets.clear(this.#current)
    for (;;) {
      const bucket = this.#buckets.nextAfter(this.#current)
      if (bucket === Number.POSITIVE_INFINITY) break
      sorted.load(this.#buckets, bucket, this.#perUnit, null)
      for (let i = sorted.begin; i < sorted.end; i++) takeOut(sorted.events, i)
      this.#buckets.clear(bucket)
    }
    sorted.clear()
    this.#next = sorted.begin
  }
}
