import { type Absorber, hasTerminated } from './absorber.ts'
import { type Buckets, chunkBits, chunkMask } from './buckets.ts'
import type { EventRecords } from './event-records.ts'
import { WAKE_UP } from './letters.ts'

/**
 * The events of one bucket in the order of time, equal times in the order of entry: not the events themselves, which
 * would be moved twice, but their times and where they stand. Linear where times are spread over the bucket.
 */
export class SortedBucket {
  length = 0
  times = new Float64Array(64)
  indices = new Uint32Array(64)
  /** The same in the order of entry. */
  #entered = new Uint32Array(64)
  #parts = new Uint32Array(64)
  #starts = new Uint32Array(65)

  /**
   * Loads a bucket, whose times multiplied by `perUnit` lie in [bucket, bucket + 1); the absorber, if there is one,
   * takes its share.
   */
  load(buckets: Buckets, bucket: number, perUnit: number, absorber: Absorber | null): void {
    const count = buckets.count(bucket)
    if (this.indices.length < count) this.#grow(count)
    const ordered = this.#list(buckets, bucket, count)
    this.length = count
    if (absorber !== null && !absorber.idle) this.#absorb(buckets.events, absorber)
    const { times } = buckets.events
    if (ordered || this.length <= 16) this.#keepOrder(times)
    else this.#distribute(times, bucket, perUnit)
    if (!ordered) this.#insertionSort()
  }

  /** Lists where the events stand, in order of entry; whether that is the order of time, too. */
  #list(buckets: Buckets, bucket: number, count: number): boolean {
    const entered = this.#entered
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
        entered[i--] = index
      }
    }
    return ordered
  }

  /** Takes the messages to terminated processors out of the list. */
  #absorb({ times, words }: EventRecords, absorber: Absorber): void {
    const { length } = this
    const { status } = absorber
    const entered = this.#entered
    const absorbed = this.#parts
    let { latest } = absorber
    let kept = 0
    let count = 0
    for (let i = 0; i < length; i++) {
      const index = entered[i]!
      const letter = words[4 * index + 3]!
      const done = hasTerminated(status[words[4 * index + 2]!]!) & (letter === WAKE_UP ? 0 : 1)
      latest = Math.max(latest, times[2 * index]! * done)
      absorbed[count] = letter
      count += done
      entered[kept] = index
      kept += 1 - done
    }
    this.length = kept
    absorber.latest = latest
    absorber.dropLetters(absorbed, count)
  }

  #keepOrder(times: Float64Array): void {
    const { length, indices } = this
    const entered = this.#entered
    for (let i = 0; i < length; i++) {
      const index = entered[i]!
      indices[i] = index
      this.times[i] = times[2 * index]!
    }
  }

  /** One stable counting pass over as many equal parts of the bucket as it holds events. */
  #distribute(times: Float64Array, bucket: number, perUnit: number): void {
    const { length, indices } = this
    const sorted = this.times
    const entered = this.#entered
    const parts = this.#parts
    const starts = this.#starts.fill(0, 0, length + 1)
    for (let i = 0; i < length; i++) {
      // Exact but for the last product, which cannot reach `length`: the factor is below 1, by 2^-53 or more.
      const part = ((times[2 * entered[i]!]! * perUnit - bucket) * length) | 0
      parts[i] = part
      starts[part + 1]!++
    }
    for (let part = 1; part <= length; part++) starts[part]! += starts[part - 1]!
    for (let i = 0; i < length; i++) {
      const part = parts[i]!
      const place = starts[part]!
      starts[part] = place + 1
      const index = entered[i]!
      indices[place] = index
      sorted[place] = times[2 * index]!
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
    this.#entered = new Uint32Array(capacity)
    this.#parts = new Uint32Array(capacity)
    this.#starts = new Uint32Array(capacity + 1)
  }
}
