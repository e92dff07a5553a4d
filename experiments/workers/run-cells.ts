import type { Estimate } from '../estimate.ts'
import { CellPool, type PoolOptions } from './pool.ts'
import { Schedule } from './schedule.ts'
import type { FinishedCell, IndexedCell } from './setup.ts'

export interface RunCellsOptions extends PoolOptions {
  /** By index. */
  readonly estimates: readonly Estimate[]
  /** Takes each batch as it is finished, with the seconds that the rest will take. What it throws ends the run. */
  readonly onBatch: (finished: readonly FinishedCell[], secondsLeft: number) => void
}

/** Runs cells on worker threads, in whatever order is quickest, until all are finished or the signal comes. */
export async function runCells(cells: readonly IndexedCell[], options: RunCellsOptions): Promise<void> {
  const { estimates, onBatch, signal } = options
  if (cells.length === 0) return
  const workers = Math.min(options.workers, cells.length)
  const schedule = new Schedule(cells, estimates)
  const pool = new CellPool({ ...options, workers })
  let ended = false
  const work = async (): Promise<void> => {
    while (!ended && !signal.aborted) {
      const batch = schedule.next()
      if (batch.length === 0) return
      const finished = await pool.run(batch)
      if (finished.length === 0 || ended) return
      for (const { index, ms } of finished) schedule.finished(index, ms)
      onBatch(finished, schedule.msLeft() / 1000 / workers)
    }
  }
  try {
    await Promise.all(Array.from({ length: workers }, work))
  } finally {
    ended = true
    await pool.close()
  }
}
