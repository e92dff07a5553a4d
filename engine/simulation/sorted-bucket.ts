import type { Absorber } from './absorber.ts'
import { type Buckets, chunkBits, chunkMask } from './buckets.ts'
import { EventRecords } from './event-records.ts'
import { isIn } from './index-set.ts'
import { WAKE_UP } from './letters.ts'

/**
 * The events of one bucket in the order of time, equal times in the order of entry: those at `begin` to before `end` of
 * `events`. Linear where times are spread over the bucket. Place 0 stays free.
 */
export class SortedBucket {
  events = new EventRecords(64)
  begin = 1
  end = 1
  /** The events in the order of entry, at the same places. */
  #entered = new EventRecords(64)
  #parts = new Uint32Array(64)
  #starts = new Uint32Array(65)

  get length(): number {
    return this.end - this.begin
  }

  clear(): void {
    this.begin = this.end = 1
  }

  /**
   * Loads a bucket, whose times multiplied by `perUnit` lie in [bucket, bucket + 1); the absorber, if there is one,
   * takes its share.
   */
  load(buckets: Buckets, bucket: number, perUnit: number, absorber: Absorber | null): void {
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
  }

  /** Lists the events in the order of entry; whether that is the order of time, too. */
  #list(buckets: Buckets, bucket: number): boolean {
    const { previous, events } = buckets
    const { times, words } = events
    const { times: enteredTimes, words: enteredWords } = this.#entered
    let chunk = buckets.newest[bucket & (buckets.length - 1)]!
    let next = Number.POSITIVE_INFINITY
    let ordered = true
    // Chunks are met from the newest to the oldest, so the list is filled from its end.
    for (let i = this.end - 1; i > 0; chunk = previous[chunk]!) {
      const first = chunk << chunkBits
      for (let index = first + ((i - 1) & chunkMask); index >= first; index--, i--) {
        const time = times[2 * index]!
        if (time > next) ordered = false
        next = time
        enteredTimes[2 * i] = time
        enteredWords[4 * i + 2] = words[4 * index + 2]!
        enteredWords[4 * i + 3] = words[4 * index + 3]!
      }
    }
    this.begin = 1
    return ordered
  }

  /** The same, but the absorber takes the messages to terminated processors; says that the order is not that of time. */
  #listRunning(buckets: Buckets, bucket: number, absorber: Absorber): boolean {
    const { previous, events } = buckets
    const { times, words } = events
    const { times: enteredTimes, words: enteredWords } = this.#entered
    const absorbed = this.#parts
    const { terminated } = absorber
    let { latest } = absorber
    let chunk = buckets.newest[bucket & (buckets.length - 1)]!
    let taken = 0
    let place = this.end - 1
    for (let i = this.end - 1; i > 0; chunk = previous[chunk]!) {
      const first = chunk << chunkBits
      for (let index = first + ((i - 1) & chunkMask); index >= first; index--, i--) {
        const time = times[2 * index]!
        const receiver = words[4 * index + 2]!
        const letter = words[4 * index + 3]!
        const done = isIn(terminated, receiver) & (letter === WAKE_UP ? 0 : 1)
        latest = Math.max(latest, time * done)
        absorbed[taken] = letter
        taken += done
        enteredTimes[2 * place] = time
        enteredWords[4 * place + 2] = receiver
        enteredWords[4 * place + 3] = letter
        place -= 1 - done
      }
    }
    this.begin = place + 1
    absorber.latest = latest
    absorber.drop(absorbed, taken)
    return false
  }

  /** One stable counting pass over as many equal parts of the bucket as it holds events. */
  #distribute(bucket: number, perUnit: number): void {
    const { begin, end, length } = this
    const { times: enteredTimes, words: enteredWords } = this.#entered
    const { times, words } = this.events
    const parts = this.#parts
    const starts = this.#starts.fill(0, 0, length + 1)
    starts[0] = 1
    for (let i = begin; i < end; i++) {
      // Exact but for the last product, which cannot reach `length`: the factor is below 1, by 2^-53 or more.
      const part = ((enteredTimes[2 * i]! * perUnit - bucket) * length) | 0
      parts[i] = part
      starts[part + 1]!++
    }
    for (let part = 1; part <= length; part++) starts[part]! += starts[part - 1]!
    for (let i = begin; i < end; i++) {
      const part = parts[i]!
      const place = starts[part]!
      starts[part] = place + 1
      times[2 * place] = enteredTimes[2 * i]!
      words[4 * place + 2] = enteredWords[4 * i + 2]!
      words[4 * place + 3] = enteredWords[4 * i + 3]!
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
      const time = times[2 * i]!
      if (latest <= time) {
        latest = time
        continue
      }
      const receiver = words[4 * i + 2]!
      const letter = words[4 * i + 3]!
      let j = i - 1
      for (; j >= begin && times[2 * j]! > time; j--) events.copy(j + 1, events, j)
      events.set(j + 1, time, receiver, letter)
    }
  }

  #grow(count: number): void {
    const capacity = 2 * count + 1
    this.events = new EventRecords(capacity)
    this.#entered = new EventRecords(capacity)
    this.#parts = new Uint32Array(capacity)
    this.#starts = new Uint32Array(capacity + 1)
  }
}
