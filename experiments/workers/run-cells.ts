import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import type { Estimate } from '../grid/estimate.ts'
import { CellPool, type PoolOptions } from './pool.ts'
import type { Remainder } from './remainder.ts'
import { Schedules } from './schedules.ts'

export interface RunCellsOptions extends PoolOptions {
  /** By index. */
  readonly estimates: readonly Estimate[]
  /**
   * Takes cells as they are finished, and returns others that are to run because of them. What it throws ends the run.
   */
  readonly record: (finished: readonly FinishedCell[]) => readonly IndexedCell[]
  /** Told what is left, after each time and about once a second. What it throws ends the run. */
  readonly onProgress: (left: Remainder) => void
}

/** Runs cells in worker processes, in whatever order is quickest, until all are finished or the signal comes. */
export async function runCells(cells: readonly IndexedCell[], options: RunCellsOptions): Promise<void> {
  const { workers, estimates, record, onProgress, signal } = options
  if (cells.length === 0) return
  const schedule = new Schedules(options.setup.modules, cells, estimates)
  const broken = new AbortController()
  const pool = new CellPool({ ...options, signal: AbortSignal.any([signal, broken.signal]) })
  let running = 0
  let arrived: FinishedCell[] = []
  let sleepers: (() => void)[] = []
  let failure: { readonly error: unknown } | null = null

  const wake = (): void => {
    const woken = sleepers
    sleepers = []
    for (const resolve of woken) resolve()
  }
  const fail = (error: unknown): void => {
    failure ??= { error }
    broken.abort()
  }
  const tellProgress = (): void => {
    if (failure !== null) return
    try {
      onProgress(schedule.left(workers))
    } catch (error) {
      fail(error)
    }
  }
  const recordAll = (): void => {
    const finished = arrived
    arrived = []
    if (finished.length > 0 && failure === null)
      try {
        schedule.add(record(finished), estimates)
        tellProgress()
      } catch (error) {
        fail(error)
      }
    wake()
  }
  // What several workers have finished by now is put on disk together, while they go on with their next batches.
  const take = (finished: readonly FinishedCell[]): void => {
    for (const { index, ms } of finished) schedule.finished(index, ms)
    if (arrived.length === 0) setImmediate(recordAll)
    arrived.push(...finished)
  }
  const work = async (): Promise<void> => {
    let last = ''
    while (!signal.aborted && failure === null) {
      const { domain, batch } = schedule.next(workers, last)
      if (batch.length > 0) {
        last = domain
        running++
        await pool.run(batch, take).catch(fail)
        running--
        continue
      }
      // More may have to run because of what is still running.
      if (running === 0 && arrived.length === 0) break
      await new Promise<void>((resolve) => sleepers.push(resolve))
    }
    wake()
  }
  const timer = setInterval(tellProgress, 1000)
  await Promise.all(Array.from({ length: workers }, work))
  clearInterval(timer)
  recordAll()
  await pool.close()
  if (failure !== null) throw (failure as { readonly error: unknown }).error
}
