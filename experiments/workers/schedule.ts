import type { Cell } from '../../engine/index.ts'
import type { IndexedCell } from '../cell/index.ts'
import type { Estimate } from '../grid/estimate.ts'
import { binOf, CostModel, kindOf } from './cost-model.ts'
import type { Remainder } from './remainder.ts'

/** What a batch should take: long beside the cost of handing it over, short beside a user's patience. */
const batchMs = 150
/** A batch of several cells should take no more. */
const mostMs = 200
const largestBatch = 1000
/** Of cells whose cost is a guess, a batch takes no more. */
const mostUnknown = 4

interface Job extends IndexedCell {
  readonly work: number
  readonly network: string
  /** The most that a cell on its network has. */
  networkWork: number
  readonly share: Share
  batch: Running | null
}

/** A batch that was handed out. */
interface Running {
  cells: number
  /** What its unfinished cells should take. */
  ms: number
  /** When it was handed out, or the last cell of it was finished. */
  since: number
}

/** Work that is left in cells that cost alike. */
interface Share {
  readonly cell: Cell
  /** Of an average cell. */
  readonly work: number
  left: number
}

/**
 * Which cells run next. Cells are sorted by cost, those of one network side by side so that a worker builds it once;
 * batches are taken in turn from the costly end and from the cheap end. So no costly cell is left to the end, and cheap
 * ones do not wait for all costly ones. Times of finished cells improve the estimates of the others. None of it can
 * change a result.
 */
export class Schedule {
  readonly #costs = new CostModel()
  readonly #shares = new Map<string, Share>()
  readonly #byIndex = new Map<number, Job>()
  readonly #running = new Set<Running>()
  readonly #networkWork = new Map<string, number>()
  /** Cells that are not handed out: from `#first`, before `#end`. */
  #jobs: Job[] = []
  #first = 0
  #end = 0
  #turn = 0

  constructor(cells: readonly IndexedCell[], estimates: readonly Estimate[]) {
    this.add(cells, estimates)
  }

  /** More cells that are to run. */
  add(cells: readonly IndexedCell[], estimates: readonly Estimate[]): void {
    if (cells.length === 0) return
    const added = cells.map((item) => this.#jobOf(item, estimates[item.index]!.work))
    for (const { network, work } of added)
      this.#networkWork.set(network, Math.max(this.#networkWork.get(network) ?? 0, work))
    this.#jobs = [...this.#jobs.slice(this.#first, this.#end), ...added]
    for (const job of this.#jobs) job.networkWork = this.#networkWork.get(job.network)!
    this.#jobs.sort(
      (a, b) => b.networkWork - a.networkWork || compare(a.network, b.network) || a.index - b.index,
    )
    this.#first = 0
    this.#end = this.#jobs.length
  }

  /** The next batch for one of so many workers; empty when every cell was handed out. */
  next(workers = 1): IndexedCell[] {
    // Of the last cells, each worker takes its share.
    const most = Math.min(largestBatch, Math.ceil((this.#end - this.#first) / workers))
    const costly = this.#turn++ % 2 === 0
    const batch: IndexedCell[] = []
    const running: Running = { cells: 0, ms: 0, since: performance.now() }
    let unknown = 0
    while (running.ms < batchMs && batch.length < most && unknown < mostUnknown && this.#first < this.#end) {
      const job = this.#jobs[costly ? this.#first : this.#end - 1]!
      const expected = this.#expected(job)
      if (running.cells > 0 && running.ms + expected > mostMs) break
      if (costly) this.#first++
      else this.#end--
      const { index, cell } = job
      batch.push({ index, cell })
      job.batch = running
      running.cells++
      running.ms += expected
      if (!this.#costs.knows(cell)) unknown++
    }
    if (running.cells > 0) this.#running.add(running)
    return batch
  }

  finished(index: number, ms: number): void {
    const job = this.#byIndex.get(index)!
    this.#byIndex.delete(index)
    const { batch } = job
    if (batch !== null) {
      batch.cells--
      batch.ms = batch.cells === 0 ? 0 : Math.max(0, batch.ms - this.#expected(job))
      batch.since = performance.now()
      if (batch.cells === 0) this.#running.delete(batch)
    }
    this.#costs.learn(job.cell, job.work, ms)
    job.share.left -= job.work
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
    longest = this.#first < this.#end ? longest : 0
    const now = performance.now()
    for (const { ms, since } of this.#running) {
      // What has run for longer than was to be expected will probably run for some time yet.
      const elapsed = now - since
      const rest = Math.max(ms - elapsed, elapsed / 2)
      sum += rest - ms
      longest = Math.max(longest, rest)
    }
    return { cells: this.#byIndex.size, seconds: Math.max(sum / workers, longest) / 1000 }
  }

  #expected({ cell, work }: Job): number {
    return work * this.#costs.pace(cell, work)
  }

  #jobOf({ index, cell }: IndexedCell, work: number): Job {
    const key = `${binOf(work)} ${kindOf(cell)}`
    const share = this.#shares.get(key) ?? { cell, work, left: 0 }
    this.#shares.set(key, share)
    share.left += work
    const job: Job = { index, cell, work, network: networkOf(cell), networkWork: work, share, batch: null }
    this.#byIndex.set(index, job)
    return job
  }
}

const networkOf = ({ topology, n, seed }: Cell): string => `${topology} ${n} ${seed}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
