import type { Absorber } from '../transit/absorber.ts'
import { isIn } from '../transit/index-set.ts'
import type { Outbox } from '../transit/outbox.ts'
import { isMessage } from '../transit/parcels.ts'
import { type Buckets, chunkBits, chunkMask } from './buckets.ts'
import { EventRecords } from './event-records.ts'

/** Copies: an imported constant is looked up each time. */
const [bitsOfChunk, lastOfChunk] = [chunkBits, chunkMask] as const

/**
 * The events of one bucket, sorted by time, equal times in the order of entry. Those at `begin` to before `end` of `events`
 * are left; whoever takes the first moves `begin` on. Sorting is linear where times are spread over the bucket. Place 0
 * is not used: a queue may put there an event that comes from elsewhere.
 */
export class SortedBucket {
  events = new EventRecords(64)
  begin = 1
  end = 1
  /** The events in the order of entry, at the same places. */
  #entered = new EventRecords(64)
  #starts = new Uint32Array(65)

  /** How many events are left. */
  get length(): number {
    return this.end - this.begin
  }

  clear(): void {
    this.begin = this.end = 1
  }

  /** Where the first of the events that are left is that does not happen at this time, the earliest. */
  endOf(time: number): number {
    const { times } = this.events
    const { end } = this
    let next = this.begin
    while (next < end && times[next << 1] === time) next++
    return next
  }

  /** Writes the receivers of the next events into the array, as many as there are. Returns how many. */
  upcoming(receivers: Uint32Array): number {
    const { begin } = this
    const { words } = this.events
    const count = Math.min(receivers.length, this.end - begin)
    for (let i = 0; i < count; i++) receivers[i] = words[((begin + i) << 2) | 2]!
    return count
  }

  /** Takes out all events, in order. There must be room in the outbox. */
  takeOut(all: Outbox): void {
    for (; this.begin < this.end; this.begin++) this.events.takeOut(this.begin, all)
  }

  /**
   * Loads a bucket, whose times multiplied by `perUnit` lie in [bucket, bucket + 1). The absorber, if there is one, takes
   * its share. Returns how many events that is.
   */
  load(buckets: Buckets, bucket: number, perUnit: number, absorber: Absorber | null): number {
    const count = buckets.count(bucket)
    if (this.events.capacity <= count) this.#grow(count)
    this.end = count + 1
    const ordered =
      absorber === null || absorber.idle
        ? this.#list(buckets, bucket)
        : this.#listRunning(buckets, bucket, absorber)
    if (ordered || this.length <= 16) [this.events, this.#entered] = [this.#entered, this.events]
    else this.#distribute(bucket, perUnit)
    if (!ordered) this.#insertionSort()
    return count - this.length
  }

  /** Lists the events in the order of entry. Returns whether that is the order of time, too. */
  #list(buckets: Buckets, bucket: number): boolean {
    const { previous, events } = buckets
    const { times, words } = events
    const { times: enteredTimes, words: enteredWords } = this.#entered
    let chunk = buckets.newest(bucket)
    let next = Number.POSITIVE_INFINITY
    let ordered = true
    // Chunks are met from the newest to the oldest, so the list is filled from its end.
    for (let i = this.end - 1; i > 0; chunk = previous[chunk]!) {
      const first = chunk << bitsOfChunk
      for (let index = first + ((i - 1) & lastOfChunk); index >= first; index--, i--) {
        const time = times[index << 1]!
        if (time > next) ordered = false
        next = time
        enteredTimes[i << 1] = time
        enteredWords[(i << 2) | 2] = words[(index << 2) | 2]!
        enteredWords[(i << 2) | 3] = words[(index << 2) | 3]!
      }
    }
    this.begin = 1
    return ordered
  }

  /**
   * The same, but the absorber takes the messages to terminated processors. Whether the order is that of time is not looked
   * at: returns false.
   */
  #listRunning(buckets: Buckets, bucket: number, absorber: Absorber): boolean {
    const { previous, events } = buckets
    const { times, words } = events
    const { times: enteredTimes, words: enteredWords } = this.#entered
    const { terminated } = absorber
    absorber.reserve(this.length)
    const { room: absorbed } = absorber
    let chunk = buckets.newest(bucket)
    let taken = 0
    let place = this.end - 1
    for (let i = this.end - 1; i > 0; chunk = previous[chunk]!) {
      const first = chunk << bitsOfChunk
      for (let index = first + ((i - 1) & lastOfChunk); index >= first; index--, i--) {
        const time = times[index << 1]!
        const receiver = words[(index << 2) | 2]!
        const parcel = words[(index << 2) | 3]!
        const done = isIn(terminated, receiver) & (isMessage(parcel) ? 1 : 0)
        absorbed[taken] = parcel
        taken += done
        enteredTimes[place << 1] = time
        enteredWords[(place << 2) | 2] = receiver
        enteredWords[(place << 2) | 3] = parcel
        place -= 1 - done
      }
    }
    this.begin = place + 1
    absorber.taken = taken
    absorber.takeParcels()
    return false
  }

  /** One stable counting pass over as many equal parts of the bucket as it holds events. */
  #distribute(bucket: number, perUnit: number): void {
    const { begin, end, length } = this
    const { times: enteredTimes, words: enteredWords } = this.#entered
    const { times, words } = this.events
    const starts = this.#starts.fill(0, 0, length + 1)
    starts[0] = 1
    // Exact but for the last product, which cannot reach `length`: the factor is below 1, by 2^-53 or more.
    for (let i = begin; i < end; i++)
      starts[(((enteredTimes[i << 1]! * perUnit - bucket) * length) | 0) + 1]!++
    for (let part = 1; part <= length; part++) starts[part]! += starts[part - 1]!
    for (let i = begin; i < end; i++) {
      const time = enteredTimes[i << 1]!
      const part = ((time * perUnit - bucket) * length) | 0
      const place = starts[part]!
      starts[part] = place + 1
      times[place << 1] = time
      words[(place << 2) | 2] = enteredWords[(i << 2) | 2]!
      words[(place << 2) | 3] = enteredWords[(i << 2) | 3]!
    }
    this.begin = 1
    this.end = length + 1
  }

  /** Stable; linear in the number of events and of pairs out of order. */
  #insertionSort(): void {
    const { begin, end, events } = this
    const { times, words } = events
    let latest = Number.NEGATIVE_INFINITY
    for (let i = begin; i < end; i++) {
      const time = times[i << 1]!
      if (latest <= time) {
        latest = time
        continue
      }
      const receiver = words[(i << 2) | 2]!
      const parcel = words[(i << 2) | 3]!
      let j = i - 1
      for (; j >= begin && times[j << 1]! > time; j--) events.copy(j + 1, events, j)
      events.set(j + 1, time, receiver, parcel)
    }
  }

  #grow(count: number): void {
    const capacity = 2 * count + 1
    this.events = new EventRecords(capacity)
    this.#entered = new EventRecords(capacity)
    this.#starts = new Uint32Array(capacity + 1)
  }
}
