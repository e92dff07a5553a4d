/**
 * Sorts the events of one bucket by time: not the events themselves, which would be moved twice, but the list of where
 * they stand. Stable, and linear where times are spread over the bucket.
 */
export class EventSorter {
  #sorted = new Uint32Array(64)
  #parts = new Uint32Array(64)
  #starts = new Uint32Array(66)

  /**
   * The first `length` of `indices`, by the times that they lead to. Multiplied by `perUnit`, these lie in
   * [bucket, bucket + 1). Event i has its time in `times[3 i]`. The result is overwritten by the next call.
   */
  sort(
    indices: Uint32Array,
    length: number,
    times: Float64Array,
    bucket: number,
    perUnit: number,
  ): Uint32Array {
    if (this.#sorted.length < length) this.#grow(length)
    const sorted = this.#sorted
    if (length <= 16) sorted.set(indices.subarray(0, length))
    else this.#distribute(indices, length, times, bucket, perUnit)
    insertionSort(sorted, length, times)
    return sorted
  }

  /** One stable counting pass over as many equal parts of the bucket as it holds events. */
  #distribute(
    indices: Uint32Array,
    length: number,
    times: Float64Array,
    bucket: number,
    perUnit: number,
  ): void {
    const starts = this.#starts.fill(0, 0, length + 1)
    const parts = this.#parts
    const sorted = this.#sorted
    for (let i = 0; i < length; i++) {
      const part = ((times[3 * indices[i]!]! * perUnit - bucket) * length) | 0
      parts[i] = part
      starts[part + 1]!++
    }
    for (let part = 0; part < length; part++) starts[part + 1]! += starts[part]!
    for (let i = 0; i < length; i++) {
      const part = parts[i]!
      const place = starts[part]!
      starts[part] = place + 1
      sorted[place] = indices[i]!
    }
  }

  #grow(length: number): void {
    this.#sorted = new Uint32Array(2 * length)
    this.#parts = new Uint32Array(2 * length)
    this.#starts = new Uint32Array(2 * length + 2)
  }
}

/** Stable; linear in the number of events and of pairs out of order. */
function insertionSort(sorted: Uint32Array, length: number, times: Float64Array): void {
  if (length === 0) return
  let latest = times[3 * sorted[0]!]!
  for (let i = 1; i < length; i++) {
    const index = sorted[i]!
    const time = times[3 * index]!
    if (latest <= time) {
      latest = time
      continue
    }
    let j = i - 1
    for (; j >= 0 && times[3 * sorted[j]!]! > time; j--) sorted[j + 1] = sorted[j]!
    sorted[j + 1] = index
  }
}
