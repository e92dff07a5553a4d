import type { IndexedCell } from '../cell/index.ts'
import type { Estimate } from '../grid/estimate.ts'
import { binOf, CostModel, kindOf } from './cost-model.ts'
import { type Job, type Running, type Share, sortByNetwork } from './job.ts'
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
  readonly #shares = new Map<string, Share>()
  /** Those that are not finished, by index: an array takes an eighth of the memory that a map of a million takes. */
  readonly #byIndex: (Job | undefined)[] = []
  #unfinished = 0
  readonly #running = new Set<Running>()
  readonly #now: () => number
  /** One cell of each kind and cost, the costliest first. */
  #probes: Job[] = []
  /** How many cells are not handed out. */
  #waiting = 0
  /** They are among these: from `#first`, before `#end`. */
  #jobs: Job[] = []
  #first = 0
  #end = 0
  #turn = 0

  /** `now` tells the time in milliseconds. */
  constructor(
    cells: readonly IndexedCell[],
    estimates: readonly Estimate[],
    now: () => number = () => performance.now(),
  ) {
    this.#now = now
    this.add(cells, estimates)
  }

  /** More cells that are to run. */
  add(cells: readonly IndexedCell[], estimates: readonly Estimate[]): void {
    if (cells.length === 0) return
    const added = cells.map((item) => this.#jobOf(item, estimates[item.index]!.work))
    this.#jobs = this.#jobs.slice(this.#first, this.#end).filter((job) => !job.isHandedOut)
    for (const job of added) this.#jobs.push(job)
    sortByNetwork(this.#jobs)
    this.#first = 0
    this.#end = this.#jobs.length
    this.#waiting = this.#jobs.length
    const ofEach = new Map<Share, Job>()
    for (const job of this.#jobs) ofEach.set(job.share, job)
    this.#probes = [...ofEach.values()].sort((a, b) => b.work - a.work)
  }

  /** The next batch for one of so many workers; empty when every cell was handed out. */
  next(workers = 1): IndexedCell[] {
    // Of the last cells, each worker takes its share.
    const most = Math.min(largestBatch, Math.ceil(this.#waiting / workers))
    const batch: IndexedCell[] = []
    const running: Running = { jobs: new Set(), since: this.#now() }
    let ms = 0
    const mostEach = this.#probes.length === 0 ? 0 : Math.max(batchMs, mostToLearn * this.#leftMs())
    const learns = this.#probe(mostEach) !== null
    const costly = !learns && this.#turn++ % 2 === 0
    const peek = () => (learns ? this.#probe(mostEach) : this.#atEnd(costly))
    let unknown = 0
    while (ms < batchMs && batch.length < most && unknown < mostUnknown) {
      const job = peek()
      if (job === null) break
      const expected = this.#expected(job)
      if (batch.length > 0 && ms + expected > mostMs) break
      const { index, cell } = job
      batch.push({ index, cell })
      job.isHandedOut = true
      this.#waiting--
      job.batch = running
      running.jobs.add(job)
      ms += expected
      if (!this.#costs.knows(cell)) unknown++
    }
    if (batch.length > 0) this.#running.add(running)
    return batch
  }

  /** The next cell to learn from; null if none is left, or if it takes more than so many milliseconds. */
  #probe(mostMs: number): Job | null {
    while (this.#probes.at(-1)?.isHandedOut) this.#probes.pop()
    const job = this.#probes.at(-1)
    return job !== undefined && this.#expected(job) <= mostMs ? job : null
  }

  /** The next cell at one end of those that are not handed out; null if there is none. */
  #atEnd(costly: boolean): Job | null {
    while (this.#first < this.#end && this.#jobs[this.#first]!.isHandedOut) this.#first++
    while (this.#first < this.#end && this.#jobs[this.#end - 1]!.isHandedOut) this.#end--
    return this.#first < this.#end ? this.#jobs[costly ? this.#first : this.#end - 1]! : null
  }

  /** What all unfinished cells should take. */
  #leftMs(): number {
    let sum = 0
    for (const { cell, work, left } of this.#shares.values())
      if (left > 0) sum += left * this.#costs.pace(cell, work)
    return sum
  }

  /** Notes that a cell is finished, and how long it took; false if it is none of these. */
  finished(index: number, ms: number): boolean {
    const job = this.#byIndex[index]
    if (job === undefined) return false
    this.#byIndex[index] = undefined
    this.#unfinished--
    const { batch } = job
    if (batch !== null) {
      batch.jobs.delete(job)
      batch.since = this.#now()
      if (batch.jobs.size === 0) this.#running.delete(batch)
    }
    this.#costs.learn(job.cell, job.work, ms)
    job.share.left -= job.work
    return true
  }

  /** What is not finished, and how many seconds so many workers will take for it. */
  left(workers: number): Remainder {
    let sum = 0
    let longest = 0
    for (const { cell, work, left } of this.#shares.values())
      if (left > 0) {
        const pace = this.#costs.pace(cell, work)
        sum += left * pace
        longest = Math.max(longest, work * pace)
      }
    if (this.#waiting === 0) longest = 0
    const now = this.#now()
    for (const { jobs, since } of this.#running) {
      const ms = [...jobs].reduce((all, job) => all + this.#expected(job), 0)
      // What has run for longer than was to be expected will probably run for some time yet.
      const elapsed = now - since
      const rest = Math.max(ms - elapsed, elapsed / 2)
      sum += rest - ms
      longest = Math.max(longest, rest)
    }
    return { cells: this.#unfinished, seconds: Math.max(sum / workers, longest) / 1000 }
  }

  #expected({ cell, work }: Job): number {
    return work * this.#costs.pace(cell, work)
  }

  #jobOf({ index, cell }: IndexedCell, work: number): Job {
    const key = `${binOf(work)} ${kindOf(cell)}`
    const share = this.#shares.get(key) ?? { cell, work, left: 0 }
    this.#shares.set(key, share)
    share.left += work
    const job: Job = {
      index,
      cell,
      work,
      network: 0,
      networkWork: work,
      share,
      batch: null,
      isHandedOut: false,
    }
    this.#byIndex[index] = job
    this.#unfinished++
    return job
  }
}
