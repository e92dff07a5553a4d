import { EventRecords } from './event-records.ts'

/** Sorts the events of one bucket by time. Stable, and linear where times are spread over the bucket. */
export class EventSorter {
  #scratch = new EventRecords(64)
  #starts = new Uint32Array(65)

  /**
   * Sorts the first `length` events, whose times, multiplied by `perUnit`, lie in [bucket, bucket + 1). The result
   * is returned; the records given are kept for the next call.
   */
  sort(events: EventRecords, length: number, bucket: number, perUnit: number): EventRecords {
    if (length <= 24) {
      insertionSort(events, length)
      return events
    }
    const scratch = this.#scratch
    const starts = this.#count(events, length, bucket, perUnit)
    scratch.reserve(length)
    const { times } = events
    for (let i = 0; i < length; i++)
      scratch.copy(starts[((times[3 * i]! * perUnit - bucket) * length) | 0]!++, events, i)
    insertionSort(scratch, length)
    this.#scratch = events
    return scratch
  }

  /** Where the events of each of `length` equal parts of the bucket begin in sorted order. */
  #count({ times }: EventRecords, length: number, bucket: number, perUnit: number): Uint32Array {
    if (this.#starts.length <= length + 1) this.#starts = new Uint32Array(2 * length + 2)
    const starts = this.#starts.fill(0, 0, length + 2)
    for (let i = 0; i < length; i++) starts[(((times[3 * i]! * perUnit - bucket) * length) | 0) + 1]!++
    for (let part = 0; part < length; part++) starts[part + 1]! += starts[part]!
    return starts
  }
}

/** Stable; linear in the number of events and of pairs out of order. */
function insertionSort({ times }: EventRecords, length: number): void {
  for (let i = 1; i < length; i++) {
    const time = times[3 * i]!
    if (times[3 * i - 3]! <= time) continue
    const second = times[3 * i + 1]!
    const third = times[3 * i + 2]!
    let j = i - 1
    for (; j >= 0 && times[3 * j]! > time; j--) {
      times[3 * j + 3] = times[3 * j]!
      times[3 * j + 4] = times[3 * j + 1]!
      times[3 * j + 5] = times[3 * j + 2]!
    }
    times[3 * j + 3] = time
    times[3 * j + 4] = second
    times[3 * j + 5] = third
  }
}
