import { CellPool } from '../workers/pool.ts'
import type { FinishedCell, IndexedCell, WorkerSetup } from '../workers/setup.ts'

interface Pool {
  readonly threads: CellPool
  running: number
}

/** Worker threads for each sweep that there is something to do for; those of others are ended. */
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
      return await pool.threads.run(cells)
    } finally {
      pool.running--
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map(({ threads }) => threads.close()))
  }

  #add(key: string, setup: WorkerSetup, seconds: number): Pool {
    for (const [other, { threads, running }] of this.#pools)
      if (running === 0) {
        this.#pools.delete(other)
        void threads.close()
      }
    const threads = new CellPool({ workers: this.#workers, setup, seconds, signal: this.#signal })
    const pool = { threads, running: 0 }
    this.#pools.set(key, pool)
    return pool
  }
}
