/**
 * Events side by side, 24 bytes each: event i has its time in `times[3 i]`, its receiver in `words[6 i + 2]`, its
 * slot in `words[6 i + 3]` and its payload in `words[6 i + 4]`. Both arrays look at the same memory.
 */
export class EventRecords {
  capacity: number
  times: Float64Array
  words: Uint32Array

  constructor(capacity: number) {
    const memory = new ArrayBuffer(24 * capacity)
    this.capacity = capacity
    this.times = new Float64Array(memory)
    this.words = new Uint32Array(memory)
  }

  set(i: number, time: number, receiver: number, slot: number, payload: number): void {
    this.times[3 * i] = time
    this.words[6 * i + 2] = receiver
    this.words[6 * i + 3] = slot
    this.words[6 * i + 4] = payload
  }

  /** Copies event `from` of `source` to place `to` here, as three numbers of eight bytes. */
  copy(to: number, source: EventRecords, from: number): void {
    const { times } = source
    this.times[3 * to] = times[3 * from]!
    this.times[3 * to + 1] = times[3 * from + 1]!
    this.times[3 * to + 2] = times[3 * from + 2]!
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
