/**
 * Events side by side, 16 bytes each: event i has its time in `times[2 i]`, its receiver in `words[4 i + 2]` and its
 * letter in `words[4 i + 3]`. Both arrays look at the same memory.
 */
export class EventRecords {
  capacity: number
  times: Float64Array
  words: Uint32Array

  constructor(capacity: number) {
    const memory = new ArrayBuffer(16 * capacity)
    this.capacity = capacity
    this.times = new Float64Array(memory)
    this.words = new Uint32Array(memory)
  }

  set(i: number, time: number, receiver: number, letter: number): void {
    this.times[2 * i] = time
    this.words[4 * i + 2] = receiver
    this.words[4 * i + 3] = letter
  }

  /** Copies event `from` of `source` to place `to` here. */
  copy(to: number, source: EventRecords, from: number): void {
    this.times[2 * to] = source.times[2 * from]!
    this.words[4 * to + 2] = source.words[4 * from + 2]!
    this.words[4 * to + 3] = source.words[4 * from + 3]!
  }

  /** Makes room for `capacity` events, keeping those that there are. */
  reserve(capacity: number): void {
    if (capacity <= this.capacity) return
    const larger = new EventRecords(Math.max(capacity, 2 * this.capacity))
    larger.times.set(this.times)
    this.capacity = larger.capacity
    this.times = larger.times
    this.words = larger.words
  }
}
