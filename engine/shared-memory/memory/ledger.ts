import { type Count, counts } from '../model/index.ts'

/** The counts of a passage have a place each in a stretch of eight. */
export const at = Object.fromEntries(counts.map((count, i) => [count, i])) as Readonly<Record<Count, number>>
export const stride = 8

/** The largest, the least and the sum of each count over passages or operations. */
export class Tally {
  passages = 0
  readonly max = new Float64Array(stride)
  readonly min = new Float64Array(stride).fill(Number.POSITIVE_INFINITY)
  readonly sum = new Float64Array(stride)

  add(counted: Uint32Array, from: number): void {
    this.passages++
    for (let i = 0; i < counts.length; i++) {
      const count = counted[from + i]!
      this.sum[i]! += count
      if (count > this.max[i]!) this.max[i] = count
      if (count < this.min[i]!) this.min[i] = count
    }
  }

  summary(): CountSummary | null {
    if (this.passages === 0) return null
    const byCount = (value: (i: number) => number) =>
      Object.fromEntries(counts.map((count, i) => [count, value(i)])) as Record<Count, number>
    return {
      passages: this.passages,
      max: byCount((i) => this.max[i]!),
      min: byCount((i) => this.min[i]!),
      mean: byCount((i) => this.sum[i]! / this.passages),
    }
  }
}

/** Counts over several passages. */
export interface CountSummary {
  readonly passages: number
  readonly max: Readonly<Record<Count, number>>
  readonly min: Readonly<Record<Count, number>>
  readonly mean: Readonly<Record<Count, number>>
}

/** What passages cost: counts of those that go on, and what those that are over came to. */
export class Ledger {
  /** By processor, in stretches of eight: the counts of its passage so far. The loop adds to them. */
  readonly counted: Uint32Array
  /** Over all steps of finished passages. */
  readonly all = new Tally()
  /** The same for passages during which no other processor was in one. */
  readonly solo = new Tally()
  /** How many processors are in a passage, and the most that were. */
  contention = 0
  contentionMax = 0
  bypassMax = 0
  entries = 0
  #begun = 0
  readonly #begunBefore: Float64Array
  readonly #alone: Uint8Array
  readonly #entriesBefore: Float64Array

  constructor(n: number) {
    this.counted = new Uint32Array(n * stride)
    this.#begunBefore = new Float64Array(n)
    this.#alone = new Uint8Array(n)
    this.#entriesBefore = new Float64Array(n).fill(-1)
  }

  /** The passage of a processor begins. */
  begin(p: number): void {
    this.#begunBefore[p] = ++this.#begun
    this.#alone[p] = this.contention++ === 0 ? 1 : 0
    if (this.contention > this.contentionMax) this.contentionMax = this.contention
  }

  /** Its doorway ends, unless it ended before: from now on those who enter bypass it. */
  doorway(p: number): void {
    if (this.#entriesBefore[p]! < 0) this.#entriesBefore[p] = this.entries
  }

  /** It enters the critical section. */
  enter(p: number): void {
    const before = this.#entriesBefore[p]!
    if (before >= 0 && this.entries - before > this.bypassMax) this.bypassMax = this.entries - before
    this.#entriesBefore[p] = -1
    this.entries++
  }

  /** Its passage is over. */
  end(p: number): void {
    this.contention--
    this.all.add(this.counted, p * stride)
    if (this.#alone[p] === 1 && this.#begunBefore[p] === this.#begun) this.solo.add(this.counted, p * stride)
    this.counted.fill(0, p * stride, (p + 1) * stride)
  }
}
