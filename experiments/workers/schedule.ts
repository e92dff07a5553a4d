import type { IndexedCell } from '../cell/index.ts'
import { binOf, CostModel, kindOf } from './cost-model.ts'
import { type JobSource, type Running, type Share, sortByNetwork } from './job.ts'
import type { Remainder } from './remainder.ts'

/** What a batch should take: long beside the cost of handing it over, short beside a user's patience. */
const batchMs = 150
/** A batch of several cells should take no more. */
const mostMs = 200
const largestBatch = 1000
/** Of cells whose cost is a guess, a batch takes no more. */
const mostUnknown = 4
/** A cell that is run early, to learn what its like cost, takes no more than this part of what is left. */
const mostToLearn = 0.03

/**
 * Which cells run next. Cells are sorted by cost, those of one network side by side so that a worker builds it once;
 * batches are taken in turn from the costly end and from the cheap end. So no costly cell is left to the end, and cheap
 * ones do not wait for all costly ones. Before that, one cell of each kind and cost runs, from the cheapest upwards as far as
 * that takes a small part of the whole: so times are known soon, and improve the estimates of the others. None of it can
 * change a result.
 */
export class Schedule {
  readonly #costs = new CostModel()
  readonly #shares: Share[] = []
  readonly #shareNumbers = new Map<string, number>()
  readonly #source: JobSource
  /** What is known of cells, by index: as many bytes as there are cells, and no objects. */
  #states = new Uint8Array(0)
  /** By index, the number of its share. */
  #shareOf = new Uint32Array(0)
  #unfinished = 0
  readonly #running = new Map<number, Running>()
  readonly #now: () => number
  /** One cell of each kind and cost, the costliest first, by index. */
  #probes: number[] = []
  /** How many cells are not handed out. */
  #waiting = 0
  /** They are among these: from `#first`, before `#end`. */
  #order: Uint32Array = new Uint32Array(0)
  #first = 0
  #end = 0
  #turn = 0

  /** For cells of the source, given by index; `now` tells the time in milliseconds. */
  constructor(source: JobSource, indices: readonly number[], now: () => number = () => performance.now()) {
    this.#source = source
    this.#now = now
    this.add(indices)
  }

  /** More cells that are to run. */
  add(indices: readonly number[]): void {
    if (indices.length === 0) return
    const left = this.#order.subarray(this.#first, this.#end).filter((index) => this.#isWaiting(index))
    const all = new Uint32Array(left.length + indices.length)
    all.set(left)
    all.set(indices, left.length)
    this.#makeRoomFor(all.reduce((most, index) => Math.max(most, index), 0))
    for (const index of indices) this.#enter(index)
    this.#order = sortByNetwork(all, this.#source)
    this.#first = 0
    this.#end = this.#order.length
    this.#waiting = this.#order.length
    const ofEach = new Map<number, number>()
    for (const index of this.#order) ofEach.set(this.#shareOf[index]!, index)
    this.#probes = [...ofEach.values()].sort((a, b) => this.#shareAt(b).work - this.#shareAt(a).work)
  }

  /** The next batch for one of so many workers; empty when every cell was handed out. */
  next(workers = 1): IndexedCell[] {
    // Of the last cells, each worker takes its share.
    const most = Math.min(largestBatch, Math.ceil(this.#waiting / workers))
    const batch: IndexedCell[] = []
    const running: Running = { indices: new Set(), since: this.#now() }
    let ms = 0
    const mostEach = this.#probes.length === 0 ? 0 : Math.max(batchMs, mostToLearn * this.#leftMs())
    const learns = this.#probe(mostEach) !== null
    const costly = !learns && this.#turn++ % 2 === 0
    const peek = () => (learns ? this.#probe(mostEach) : this.#atEnd(costly))
    let unknown = 0
    while (ms < batchMs && batch.length < most && unknown < mostUnknown) {
      const index = peek()
      if (index === null) break
      const expected = this.#expected(index)
      if (batch.length > 0 && ms + expected > mostMs) break
      const cell = this.#source.cell(index)
      batch.push({ index, cell })
      this.#states[index] = handedOut
      this.#waiting--
      this.#running.set(index, running)
      running.indices.add(index)
      ms += expected
      if (!this.#costs.knows(cell)) unknown++
    }
    return batch
  }

  /** The next cell to learn from; null if none is left, or if it takes more than so many milliseconds. */
  #probe(mostMs: number): number | null {
    while (this.#probes.length > 0 && !this.#isWaiting(this.#probes.at(-1)!)) this.#probes.pop()
    const index = this.#probes.at(-1)
    return index !== undefined && this.#expected(index) <= mostMs ? index : null
  }

  /** The next cell at one end of those that are not handed out; null if there is none. */
  #atEnd(costly: boolean): number | null {
    while (this.#first < this.#end && !this.#isWaiting(this.#order[this.#first]!)) this.#first++
    while (this.#first < this.#end && !this.#isWaiting(this.#order[this.#end - 1]!)) this.#end--
    return this.#first < this.#end ? this.#order[costly ? this.#first : this.#end - 1]! : null
  }

  /** What all unfinished cells should take. */
  #leftMs(): number {
    let sum = 0
    for (const { cell, work, left } of this.#shares) if (left > 0) sum += left * this.#costs.pace(cell, work)
    return sum
  }

  /** Notes that a cell is finished, and how long it took; false if it is none of these. */
  finished(index: number, ms: number): boolean {
    const state = this.#states[index]
    if (state !== waiting && state !== handedOut) return false
    this.#states[index] = absent
    this.#unfinished--
    const batch = this.#running.get(index)
    if (batch !== undefined) {
      batch.indices.delete(index)
      batch.since = this.#now()
      this.#running.delete(index)
    }
    const work = this.#source.work(index)
    this.#costs.learn(this.#source.cell(index), work, ms)
    this.#shareAt(index).left -= work
    return true
  }

  /** What is not finished, and how many seconds so many workers will take for it. */
  left(workers: number): Remainder {
    let sum = 0
    let longest = 0
    for (const { cell, work, left } of this.#shares)
      if (left > 0) {
        const pace = this.#costs.pace(cell, work)
        sum += left * pace
        longest = Math.max(longest, work * pace)
      }
    if (this.#waiting === 0) longest = 0
    const now = this.#now()
    for (const { indices, since } of new Set(this.#running.values())) {
      const ms = [...indices].reduce((all, index) => all + this.#expected(index), 0)
      // What has run for longer than was to be expected will probably run for some time yet.
      const elapsed = now - since
      const rest = Math.max(ms - elapsed, elapsed / 2)
      sum += rest - ms
      longest = Math.max(longest, rest)
    }
    return { cells: this.#unfinished, seconds: Math.max(sum / workers, longest) / 1000 }
  }

  #isWaiting(index: number): boolean {
    return this.#states[index] === waiting
  }

  #shareAt(index: number): Share {
    return this.#shares[this.#shareOf[index]!]!
  }

  #expected(index: number): number {
    const work = this.#source.work(index)
    return work * this.#costs.pace(this.#shareAt(index).cell, work)
  }

  #makeRoomFor(index: number): void {
    if (index < this.#states.length) return
    const states = new Uint8Array(index + 1)
    const shareOf = new Uint32Array(index + 1)
    states.set(this.#states)
    shareOf.set(this.#shareOf)
    this.#states = states
    this.#shareOf = shareOf
  }

  #enter(index: number): void {
    const cell = this.#source.cell(index)
    const work = this.#source.work(index)
    const key = `${binOf(work)} ${kindOf(cell)}`
    const number = this.#shareNumbers.get(key) ?? this.#shares.push({ cell, work, left: 0 }) - 1
    this.#shareNumbers.set(key, number)
    this.#shares[number]!.left += work
    this.#states[index] = waiting
    this.#shareOf[index] = number
    this.#unfinished++
  }
}

/** What a cell of the grid can be for a schedule; it forgets those that are finished. */
const [absent, waiting, handedOut] = [0, 1, 2]
