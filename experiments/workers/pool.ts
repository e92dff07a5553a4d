import { totalmem } from 'node:os'
import { Piscina } from 'piscina'
import { unmeasured } from '../cells/unmeasured.ts'
import type { FinishedCell, IndexedCell, WorkerSetup } from './setup.ts'

export interface PoolOptions {
  readonly workers: number
  readonly setup: WorkerSetup
  /** The longest that a cell may take by the clock on the wall. */
  readonly seconds: number
  /** Abandons what is running. */
  readonly signal: AbortSignal
}

/** Worker threads that run batches of cells. Even one worker is a thread, so that what never returns can be ended. */
export class CellPool {
  readonly #options: PoolOptions
  readonly #threads: Piscina
  readonly #running = new Set<AbortController>()
  readonly #abandon = (): void => {
    for (const stop of this.#running) stop.abort()
  }

  constructor(options: PoolOptions) {
    this.#options = options
    const { workers, setup, signal } = options
    signal.addEventListener('abort', this.#abandon)
    this.#threads = new Piscina({
      filename: new URL('./worker.js', import.meta.url).href,
      minThreads: workers,
      maxThreads: workers,
      concurrentTasksPerWorker: 1,
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: heapLimit(workers) },
    })
  }

  /**
   * The rows of a batch; if the signal comes, those that are finished by then. When a batch fails, its cells run again
   * one by one, and the one that fails alone has a row that says so.
   */
  async run(cells: readonly IndexedCell[]): Promise<FinishedCell[]> {
    const start = performance.now()
    const result = await this.#attempt(cells)
    if (result.kind === 'finished') return result.cells
    if (this.#options.signal.aborted) return []
    if (cells.length > 1) {
      const finished: FinishedCell[] = []
      for (const cell of cells) finished.push(...(await this.run([cell])))
      return finished
    }
    const { index, cell } = cells[0]!
    const row = unmeasured(cell, this.#options.setup.experiment, result.kind, result.reason)
    return [{ index, row, ms: performance.now() - start }]
  }

  async close(): Promise<void> {
    this.#options.signal.removeEventListener('abort', this.#abandon)
    await this.#threads.destroy()
  }

  async #attempt(cells: readonly IndexedCell[]): Promise<Attempt> {
    const { signal, seconds } = this.#options
    const stop = new AbortController()
    this.#running.add(stop)
    const begun = new Int32Array(new SharedArrayBuffer(4))
    let overdue = false
    const endWatch = watchProgress(begun, 1000 * seconds, () => {
      overdue = true
      stop.abort()
    })
    try {
      if (signal.aborted) stop.abort()
      return { kind: 'finished', cells: await this.#threads.run({ cells, begun }, { signal: stop.signal }) }
    } catch (error) {
      if (overdue) return { kind: 'budget', reason: `not finished after ${seconds} s` }
      return { kind: 'failed', reason: workerFailure(error) }
    } finally {
      endWatch()
      this.#running.delete(stop)
    }
  }
}

type Attempt =
  | { readonly kind: 'finished'; readonly cells: FinishedCell[] }
  | { readonly kind: 'failed' | 'budget'; readonly reason: string }

/** Calls `overdue` once no new cell was begun for `limit` milliseconds; returns what ends the watch. */
function watchProgress(begun: Int32Array, limit: number, overdue: () => void): () => void {
  let count = 0
  let since = 0
  const look = () => {
    const now = performance.now()
    const current = Atomics.load(begun, 0)
    if (current === 0 || current !== count) {
      count = current
      since = now
    } else if (now - since > limit) overdue()
  }
  const timer = setInterval(look, Math.min(limit / 5, 1000))
  return () => clearInterval(timer)
}

function workerFailure(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'the worker ran out of memory'
  return typeof message === 'string' ? message : String(error)
}

/** Megabytes of heap for each worker: three quarters of the machine's memory in all. */
function heapLimit(workers: number): number {
  return Math.max(512, Math.floor((0.75 * totalmem()) / 2 ** 20 / workers))
}
