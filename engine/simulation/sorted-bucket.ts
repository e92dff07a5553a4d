import type { Absorber } from './absorber.ts'
import { type Buckets, chunkBits, chunkMask } from './buckets.ts'
import { isIn } from './index-set.ts'
import { WAKE_UP } from './letters.ts'

/**
 * The events of one bucket in the order of time, equal times in the order of entry: not the events themselves, which
 * would be moved twice, but their times and where they stand. Linear where times are spread over the bucket.
 */
export class SortedBucket {
  length = 0
  times = new Float64Array(64)
  indices = new Uint32Array(64)
  /** The same in the order of entry, from place `first` on. */
  #enteredTimes = new Float64Array(64)
  #entered = new Uint32Array(64)
  #first = 0
  #parts = new Uint32Array(64)
  #starts = new Uint32Array(65)

  /**
   * Loads a bucket, whose times multiplied by `perUnit` lie in [bucket, bucket + 1); the absorber, if there is one,
   * takes its share.
   */
  load(buckets: Buckets, bucket: number, perUnit: number, absorber: Absorber | null): void {
    const count = buckets.count(bucket)
    if (this.indices.length < count) this.#grow(count)
    const absorbs = absorber !== null && !absorber.idle
    const ordered = absorbs
      ? this.#listRunning(buckets, bucket, count, absorber)
      : this.#list(buckets, bucket, count)
    if (ordered || this.length <= 16) this.#keepOrder()
    else this.#distribute(bucket, perUnit)
    if (!ordered) this.#insertionSort()
  }

  /** Lists where the events stand, in order of entry; whether that is the order of time, too. */
  #list(buckets: Buckets, bucket: number, count: number): boolean {
    const entered = this.#entered
    const enteredTimes = this.#enteredTimes
    const { previous } = buckets
    const { times } = buckets.events
    let chunk = buckets.newest[bucket & (buckets.length - 1)]!
    let next = Number.POSITIVE_INFINITY
    let ordered = true
    // Chunks are met from the newest to the oldest, so the list is filled from its end.
    for (let i = count - 1; i >= 0; chunk = previous[chunk]!) {
      for (let index = (chunk << chunkBits) + (i & chunkMask); index >= chunk << chunkBits; index--) {
        const time = times[2 * index]!
        if (time > next) ordered = false
        next = time
        enteredTimes[i] = time
        entered[i--] = index
      }
    }
    this.#first = 0
    this.length = count
    return ordered
  }

  /** The same, but the absorber takes the messages to terminated processors. */
  #listRunning(buckets: Buckets, bucket: number, count: number, absorber: Absorber): boolean {
    const entered = this.#entered
    const enteredTimes = this.#enteredTimes
    const absorbed = this.#parts
    const { terminated } = absorber
    const { previous } = buckets
    const { times, words } = buckets.events
    let { latest } = absorber
    let chunk = buckets.newest[bucket & (buckets.length - 1)]!
    let first = count
    let taken = 0
    for (let i = count - 1; i >= 0; chunk = previous[chunk]!) {
      for (let index = (chunk << chunkBits) + (i & chunkMask); index >= chunk << chunkBits; index--, i--) {
        const time = times[2 * index]!
        const letter = words[4 * index + 3]!
        const done = isIn(terminated, words[4 * index + 2]!) & (letter === WAKE_UP ? 0 : 1)
        latest = Math.max(latest, time * done)
        absorbed[taken] = letter
        taken += done
        enteredTimes[first - 1] = time
        entered[first - 1] = index
        first -= 1 - done
      }
    }
    this.#first = first
    this.length = count - first
    absorber.latest = latest
    absorber.drop(absorbed, taken)
    return false
  }

  #keepOrder(): void {
    const { length, indices, times } = this
    const first = this.#first
    for (let i = 0; i < length; i++) {
      indices[i] = this.#entered[first + i]!
      times[i] = this.#enteredTimes[first + i]!
    }
  }

  /** One stable counting pass over as many equal parts of the bucket as it holds events. */
  #distribute(bucket: number, perUnit: number): void {
    const { length, indices, times } = this
    const first = this.#first
    const entered = this.#entered
    const enteredTimes = this.#enteredTimes
    const parts = this.#parts
    const starts = this.#starts.fill(0, 0, length + 1)
    for (let i = 0; i < length; i++) {
      // Exact but for the last product, which cannot reach `length`: the factor is below 1, by 2^-53 or more.
      const part = ((enteredTimes[first + i]! * perUnit - bucket) * length) | 0
      parts[i] = part
      starts[part + 1]!++
    }
    for (let part = 1; part <= length; part++) starts[part]! += starts[part - 1]!
    for (let i = 0; i < length; i++) {
      const part = parts[i]!
      const place = starts[part]!
      starts[part] = place + 1
      indices[place] = entered[first + i]!
      times[place] = enteredTimes[first + i]!
    }
  }

  /** Stable; linear in the number of events and of pairs out of order. */
  #insertionSort(): void {
    const { length, times, indices } = this
    let latest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < length; i++) {
      const time = times[i]!
      if (latest <= time) {
        latest = time
        continue
      }
      const index = indices[i]!
      let j = i - 1
      for (; j >= 0 && times[j]! > time; j--) {
        times[j + 1] = times[j]!
        indices[j + 1] = indices[j]!
      }
      times[j + 1] = time
      indices[j + 1] = index
    }
  }

  #grow(length: number): void {
    const capacity = 2 * length
    this.times = new Float64Array(capacity)
    this.indices = new Uint32Array(capacity)
    this.#enteredTimes = new Float64Array(capacity)
    this.#entered = new Uint32Array(capacity)
    this.#parts = new Uint32Array(capacity)
    this.#starts = new Uint32Array(capacity + 1)
  }
}
