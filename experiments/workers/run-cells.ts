import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import type { Cells } from '../grid/cells.ts'
import type { Estimates } from '../grid/estimate.ts'
import { CellPool, type PoolOptions } from './pool.ts'
import type { Remainder } from './remainder.ts'
import { Schedules } from './schedules.ts'
import type { Take } from './worker-process.ts'

export interface RunCellsOptions extends PoolOptions {
  /** All cells of the grid. */
  readonly cells: Cells
  readonly estimates: Estimates
  /**
   * Takes cells as they are finished, and returns others that are to run because of them. What it throws ends the run.
   */
  readonly record: (finished: readonly FinishedCell[]) => readonly number[]
  /** Told what is left, after each time and about once a second. What it throws ends the run. */
  readonly onProgress: (left: Remainder) => void
}

/** Runs cells, given by index, in worker processes, in whatever order is quickest, until all are finished or the signal comes. */
export async function runCells(indices: readonly number[], options: RunCellsOptions): Promise<void> {
  if (indices.length > 0) await new Running(indices, options).run()
}

/** Cells that are being run, by one loop for each worker. */
class Running {
  readonly #options: RunCellsOptions
  readonly #schedule: Schedules
  readonly #pool: CellPool
  readonly #broken = new AbortController()
  /** Batches that are with workers. */
  #batches = 0
  #arrived: FinishedCell[] = []
  /** What the machine has ended, again and again, while others ran. */
  readonly #troubled: IndexedCell[] = []
  #sleepers: (() => void)[] = []
  #failure: { readonly error: unknown } | null = null

  constructor(indices: readonly number[], options: RunCellsOptions) {
    this.#options = options
    const { setup, cells, estimates } = options
    const source = {
      cell: (index: number) => cells.at(index)!,
      work: (index: number) => estimates.of(index).work,
    }
    this.#schedule = new Schedules(setup.modules, source, indices)
    this.#pool = new CellPool({ ...options, signal: AbortSignal.any([options.signal, this.#broken.signal]) })
  }

  async run(): Promise<void> {
    const timer = setInterval(() => this.#tellProgress(), 1000)
    await this.#workAll()
    // What the machine had no room for beside the others runs again when nothing else does.
    for (let last = this.#troubled.shift(); last && !this.#isOver; last = this.#troubled.shift()) {
      await this.#runBatch([last], (finished) => this.#keep(finished))
      await this.#workAll()
    }
    clearInterval(timer)
    await this.#pool.close()
    if (this.#failure !== null) throw this.#failure.error
  }

  get #isOver(): boolean {
    return this.#options.signal.aborted || this.#failure !== null
  }

  async #workAll(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.workers }, () => this.#work()))
    this.#recordAll()
  }

  async #work(): Promise<void> {
    let last = ''
    while (!this.#isOver) {
      const { domain, batch } = this.#schedule.next(this.#options.workers, last)
      if (batch.length > 0) {
        last = domain
        await this.#runBatch(batch, (finished) => this.#take(batch, finished))
        continue
      }
      // More may have to run because of what is still running.
      if (this.#batches === 0 && this.#arrived.length === 0) break
      await new Promise<void>((resolve) => this.#sleepers.push(resolve))
    }
    this.#wake()
  }

  async #runBatch(batch: readonly IndexedCell[], take: Take): Promise<void> {
    this.#batches++
    await this.#pool.run(batch, take).catch((error: unknown) => this.#fail(error))
    this.#batches--
  }

  #take(batch: readonly IndexedCell[], finished: readonly FinishedCell[]): void {
    const ended = new Set(finished.flatMap(({ index, trouble }) => (trouble ? [index] : [])))
    this.#troubled.push(...batch.filter(({ index }) => ended.has(index)))
    if (ended.size < finished.length) this.#keep(finished.filter(({ index }) => !ended.has(index)))
  }

  /** What several workers have finished by now is put on disk together, while they go on with their next batches. */
  #keep(finished: readonly FinishedCell[]): void {
    for (const { index, ms } of finished) this.#schedule.finished(index, ms)
    if (this.#arrived.length === 0) setImmediate(() => this.#recordAll())
    this.#arrived.push(...finished)
  }

  #recordAll(): void {
    const finished = this.#arrived
    this.#arrived = []
    if (finished.length > 0 && this.#failure === null)
      try {
        this.#schedule.add(this.#options.record(finished))
        this.#tellProgress()
      } catch (error) {
        this.#fail(error)
      }
    this.#wake()
  }

  #tellProgress(): void {
    if (this.#failure !== null) return
    try {
      this.#options.onProgress(this.#schedule.left(this.#options.workers))
    } catch (error) {
      this.#fail(error)
    }
  }

  #wake(): void {
    const woken = this.#sleepers
    this.#sleepers = []
    for (const resolve of woken) resolve()
  }

  #fail(error: unknown): void {
    this.#failure ??= { error }
    this.#broken.abort()
  }
}
