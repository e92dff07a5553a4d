import type { Absorber } from '../transit/absorber.ts'
import { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import { BucketRing, mostBuckets } from './bucket-ring.ts'
import type { EventQueue } from './event-queue.ts'
import type { EventRecords } from './event-records.ts'
import { QuaternaryQueue } from './quaternary-queue.ts'
import { RingLimits, ringLength } from './ring-limits.ts'
import { SortedBucket } from './sorted-bucket.ts'

/** The most events for which memory is reserved ahead of need: 1.5 GiB. */
const mostReserved = 2 ** 26

/**
 * The fast queue: a ring of buckets of time, each sorted only when its time comes. Amortised O(1) per event.
 *
 * Messages take at most about one unit of time, so everything in transit arrives in a short stretch of time after now,
 * and the ring covers two units. An event is appended to its bucket. When the time of a bucket comes, it becomes the
 * current one and is sorted by a counting pass and insertion sort. Both are stable, so equal times keep their order of
 * entry. Events that still come for the current bucket wait in a heap (`late`), and events beyond the ring in another
 * (`far`). When either holds too much, the buckets are made narrower or wider.
 */
export class BucketQueue implements EventQueue {
  size = 0
  /** Kept, not computed: to return a double takes memory. Always known within the current bucket. */
  nextTime = Number.POSITIVE_INFINITY
  readonly takesAll = false
  absorber: Absorber | null = null
  readonly #ring: BucketRing
  readonly #limits: RingLimits
  /** What is left of the current bucket. */
  readonly #sorted = new SortedBucket()
  readonly #late = new QuaternaryQueue()
  readonly #far = new QuaternaryQueue()
  /** The time of the last event popped. */
  #now = 0

  /** There is room for `expected` events before anything grows; memory that is not used costs nothing. */
  constructor(expected = 0) {
    const length = ringLength(expected)
    this.#ring = new BucketRing(length, Math.min(expected, mostReserved))
    this.#limits = new RingLimits(length)
  }

  get events(): EventRecords {
    return this.#sorted.events
  }

  enter(sent: Outbox): void {
    this.#put(sent, this.absorber === null || this.absorber.idle ? null : this.absorber)
    const limits = this.#limits
    const { length, perUnit } = this.#ring
    if (this.size > limits.size) {
      const longer = limits.lengthFor(this.size)
      if (longer > length) this.#rebuild(longer, (perUnit * longer) / length)
    } else if (this.#late.size > limits.late) this.#rebuild(length, perUnit * 32)
    else if (this.#far.size > limits.far && this.#far.size > this.size / 32)
      this.#rebuild(length, perUnit / 4)
    this.#lookAhead()
  }

  /** Puts parcels where they belong. The absorber takes its share, and must not meet a wake-up. */
  #put(sent: Outbox, absorber: Absorber | null): void {
    const ring = this.#ring
    const { length, arrivals, receivers, parcels } = sent
    absorber?.reserve(length)
    this.size += length
    for (let i = 0; i < length; i++) {
      i = absorber === null ? ring.append(sent, i) : ring.appendRunning(sent, i, absorber)
      if (i < length) this.#putOne(arrivals[i]!, receivers[i]!, parcels[i]!)
    }
    if (absorber !== null) this.size -= absorber.takeParcels()
  }

  #putOne(time: number, receiver: number, parcel: number): void {
    const ring = this.#ring
    if (time < ring.beginning) this.#late.push(time, receiver, parcel)
    else if (time >= ring.end) this.#far.push(time, receiver, parcel)
    else ring.buckets.append(ring.bucketOf(time), time, receiver, parcel)
  }

  pop(): number {
    const sorted = this.#sorted
    if (this.#late.size > 0) {
      if (sorted.length === 0 || this.#late.nextTime < sorted.events.times[sorted.begin << 1]!)
        return this.#popLate()
    } else if (sorted.length === 0 && !this.#advance()) return -1
    this.size--
    const event = sorted.begin++
    this.#now = sorted.events.times[event << 1]!
    this.#lookAhead()
    return event
  }

  popAll(time: number, into: Arrivals): void {
    const sorted = this.#sorted
    const { events, begin } = sorted
    const end = sorted.endOf(time)
    sorted.begin = end
    into.addEvents(events, begin, end)
    this.size -= end - begin
    while (this.#late.nextTime === time) into.addEvent(events, this.#popLate())
    this.#lookAhead()
  }

  upcoming(receivers: Uint32Array): number {
    return this.#sorted.upcoming(receivers)
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
    const { begin, end, events } = this.#sorted
    const next = begin < end ? events.times[begin << 1]! : Number.POSITIVE_INFINITY
    this.nextTime = this.#late.size > 0 ? Math.min(next, this.#late.nextTime) : next
  }

  /** Makes the next bucket that holds anything the current one. Returns whether there is one. */
  #advance(): boolean {
    const ring = this.#ring
    const { buckets } = ring
    const sorted = this.#sorted
    do {
      buckets.clear(ring.current)
      sorted.clear()
      const bucketOfFar = ring.bucketOf(this.#far.nextTime)
      const next = Math.min(buckets.nextAfter(ring.current), bucketOfFar)
      if (next === Number.POSITIVE_INFINITY) return false
      if (next >= mostBuckets) {
        // Some delays are longer than others by many orders of magnitude. Of buckets as wide as that, few are enough.
        this.#rebuild(ring.length, 2 ** -Math.floor(Math.log2(next / ring.perUnit)))
        continue
      }
      ring.moveTo(next)
      if (bucketOfFar < next + buckets.length) this.#fetchFar()
      this.size -= sorted.load(buckets, next, ring.perUnit, this.absorber)
    } while (sorted.length === 0)
    return true
  }

  /** Moves what is no longer too far to its bucket, which nothing else can have entered before. */
  #fetchFar(): void {
    const ring = this.#ring
    const far = this.#far
    const { times, words } = far.events
    for (;;) {
      const bucket = ring.bucketOf(far.nextTime)
      if (bucket >= ring.current + ring.length) return
      far.pop()
      ring.buckets.append(bucket, times[0]!, words[2]!, words[3]!)
    }
  }

  /** Changes the number and the width of the buckets and puts every event where it then belongs, equal times in order. */
  #rebuild(length: number, perUnit: number): void {
    const ring = this.#ring
    const all = new Outbox()
    all.reserve(this.size)
    this.#empty(all)
    ring.reshape(length, perUnit, this.size, this.#now)
    const current = ring.bucketOf(this.#now)
    // While events are put, the bucket before counts as the current one, so that the next can be appended to.
    ring.moveTo(current - 1)
    this.size = 0
    this.#put(all, null)
    this.#limits.adapt(this.#late.size, this.#far.size)
    ring.moveTo(current)
    this.#fetchFar()
    this.#sorted.load(ring.buckets, current, ring.perUnit, null)
  }

  /** Takes all events out, those of equal time in the order of entry. */
  #empty(all: Outbox): void {
    const { buckets, current, perUnit } = this.#ring
    const sorted = this.#sorted
    sorted.takeOut(all)
    this.#late.takeOut(all)
    this.#far.takeOut(all)
    buckets.clear(current)
    for (;;) {
      const bucket = buckets.nextAfter(current)
      if (bucket === Number.POSITIVE_INFINITY) break
      sorted.load(buckets, bucket, perUnit, null)
      sorted.takeOut(all)
      buckets.clear(bucket)
    }
    sorted.clear()
  }
}
