import type { Cell } from '../../engine/index.ts'
import type { Estimate } from '../estimate.ts'
import { binOf, CostModel, kindOf } from './cost-model.ts'
import type { IndexedCell } from './setup.ts'

/** What a batch should take: long beside the cost of handing it over, short beside a user's patience. */
const batchMs = 150
const largestBatch = 1000
/** Of cells whose cost is a guess, a batch takes no more. */
const mostUnknown = 4

interface Job extends IndexedCell {
  readonly work: number
  readonly share: Share
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
    for (const { index, cell } of cells) {
      const network = networkOf(cell)
      const most = Math.max(this.#networkWork.get(network) ?? 0, estimates[index]!.work)
      this.#networkWork.set(network, most)
    }
    const jobs = cells.map((item) => this.#jobOf(item, estimates[item.index]!.work))
    this.#jobs = [...this.#jobs.slice(this.#first, this.#end), ...jobs].sort(
      (a, b) =>
        this.#networkWork.get(networkOf(b.cell))! - this.#networkWork.get(networkOf(a.cell))! ||
        compare(networkOf(a.cell), networkOf(b.cell)) ||
        a.index - b.index,
    )
    this.#first = 0
    this.#end = this.#jobs.length
  }

  /** The next batch; empty when every cell was handed out. */
  next(): IndexedCell[] {
    const costly = this.#turn++ % 2 === 0
    const batch: IndexedCell[] = []
    let ms = 0
    let unknown = 0
    while (ms < batchMs && batch.length < largestBatch && unknown < mostUnknown && this.#first < this.#end) {
      const { index, cell, work } = this.#jobs[costly ? this.#first++ : --this.#end]!
      batch.push({ index, cell })
      ms += work * this.#costs.pace(cell, work)
      if (!this.#costs.knows(cell)) unknown++
    }
    return batch
  }

  finished(index: number, ms: number): void {
    const job = this.#byIndex.get(index)!
    this.#byIndex.delete(index)
    this.#costs.learn(job.cell, job.work, ms)
    job.share.left -= job.work
  }

  /** How many seconds the rest will take so many workers: at least as long as the longest cell. */
  secondsLeft(workers: number): number {
    let sum = 0
    let longest = 0
    for (const { cell, work, left } of this.#shares.values())
      if (left > 0) {
        const pace = this.#costs.pace(cell, work)
        sum += left * pace
        longest = Math.max(longest, work * pace)
      }
    return Math.max(sum / workers, longest) / 1000
  }

  #jobOf({ index, cell }: IndexedCell, work: number): Job {
    const key = `${binOf(work)} ${kindOf(cell)}`
    const share = this.#shares.get(key) ?? { cell, work, left: 0 }
    this.#shares.set(key, share)
    share.left += work
    const job = { index, cell, work, share }
    this.#byIndex.set(index, job)
    return job
  }
}

const networkOf = ({ topology, n, seed }: Cell): string => `${topology} ${n} ${seed}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
