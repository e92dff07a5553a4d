import type { Cell } from '../../engine/index.ts'
import type { Estimate } from '../estimate.ts'
import type { IndexedCell } from './setup.ts'

/** What a batch should take: long beside the cost of handing it over, short beside a user's patience. */
const batchMs = 100
const largestBatch = 1000
/** A guess, until the first cells are done; code that has just been loaded is slow. */
const initialMsPerWork = 0.003

interface Job extends IndexedCell {
  readonly work: number
  readonly pace: Pace
}

/** How fast similar cells have run. */
interface Pace {
  ms: number
  work: number
  workLeft: number
}

/**
 * Which cells run next. Cells are sorted by cost, those of one network side by side so that a worker builds it
 * once; batches are taken in turn from the costly end and from the cheap end. So no costly cell is left to the
 * end, and cheap ones do not wait for all costly ones. Times of finished cells improve the estimates of the others.
 * None of it can change a result.
 */
export class Schedule {
  readonly #jobs: readonly Job[]
  readonly #paces = new Map<string, Pace>()
  readonly #byIndex = new Map<number, Job>()
  #first = 0
  #end: number
  #turn = 0

  constructor(cells: readonly IndexedCell[], estimates: readonly Estimate[]) {
    const networkWork = new Map<string, number>()
    for (const { index, cell } of cells) {
      const network = networkOf(cell)
      networkWork.set(network, Math.max(networkWork.get(network) ?? 0, estimates[index]!.work))
    }
    const jobs = cells.map(({ index, cell }) => {
      const { work } = estimates[index]!
      const pace = this.#paceOf(cell)
      pace.workLeft += work
      return { index, cell, work, pace, network: networkOf(cell) }
    })
    jobs.sort(
      (a, b) =>
        networkWork.get(b.network)! - networkWork.get(a.network)! ||
        compare(a.network, b.network) ||
        a.index - b.index,
    )
    for (const job of jobs) this.#byIndex.set(job.index, job)
    this.#jobs = jobs
    this.#end = jobs.length
  }

  /** The next batch; empty when every cell was handed out. */
  next(): IndexedCell[] {
    const costly = this.#turn++ % 2 === 0
    const batch: IndexedCell[] = []
    for (let ms = 0; ms < batchMs && batch.length < largestBatch && this.#first < this.#end; ) {
      const { index, cell, work, pace } = this.#jobs[costly ? this.#first++ : --this.#end]!
      batch.push({ index, cell })
      ms += work * this.#msPerWork(pace)
    }
    return batch
  }

  finished(index: number, ms: number): void {
    const { work, pace } = this.#byIndex.get(index)!
    pace.ms += ms
    pace.work += work
    pace.workLeft -= work
  }

  /** Milliseconds of work that are left, over all workers. */
  msLeft(): number {
    let sum = 0
    for (const pace of this.#paces.values()) sum += Math.max(0, pace.workLeft) * this.#msPerWork(pace)
    return sum
  }

  #paceOf({ algorithm, topology, evidence }: Cell): Pace {
    const key = `${algorithm} ${topology} ${evidence ?? 'sampled'}`
    const pace = this.#paces.get(key) ?? { ms: 0, work: 0, workLeft: 0 }
    this.#paces.set(key, pace)
    return pace
  }

  #msPerWork({ ms, work }: Pace): number {
    return work === 0 ? initialMsPerWork : ms / work
  }
}

const networkOf = ({ topology, n, seed }: Cell): string => `${topology} ${n} ${seed}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
