import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import { CellPool } from '../workers/pool.ts'
import type { WorkerSetup } from '../workers/setup.ts'

interface Pool {
  readonly processes: CellPool
  running: number
}

/** Worker processes for each sweep that there is something to do for; those of others are ended. */
export class Pools {
  readonly #workers: number
  readonly #signal: AbortSignal
  readonly #pools = new Map<string, Pool>()

  constructor(workers: number, signal: AbortSignal) {
    this.#workers = workers
    this.#signal = signal
  }

  /** The results of a batch; incomplete if the signal comes. */
  async run(setup: WorkerSetup, seconds: number, cells: readonly IndexedCell[]): Promise<FinishedCell[]> {
    const key = JSON.stringify([setup, seconds])
    const pool = this.#pools.get(key) ?? this.#add(key, setup, seconds)
    pool.running++
    try {
      return await pool.processes.run(cells)
    } finally {
      pool.running--
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(({ processes }) => processes.close()))
  }

  #add(key: string, setup: WorkerSetup, seconds: number): Pool {
    for (const [other, pool] of this.#pools)
      if (pool.running === 0) {
        this.#pools.delete(other)
        void pool.processes.close()
      }
    const processes = new CellPool({ workers: this.#workers, setup, seconds, signal: this.#signal })
    const pool = { processes, running: 0 }
    this.#pools.set(key, pool)
    return pool
  }
}
