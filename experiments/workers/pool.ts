import { totalmem } from 'node:os'
import type { FinishedCell, IndexedCell } from '../cell/index.ts'
import { domainOf } from './domain.ts'
import { rowOfDeath } from './row-of-death.ts'
import type { Death, WorkerSetup } from './setup.ts'
import { Trouble } from './trouble.ts'
import { type Take, WorkerProcess } from './worker-process.ts'

export interface PoolOptions {
  readonly workers: number
  readonly setup: WorkerSetup
  /** The longest that a cell may take by the clock on the wall. */
  readonly seconds: number
  /** The bytes that all workers may keep in memory together. Default: three quarters of what the machine has. */
  readonly memory?: number | undefined
  /** Ends the work: cells that are running are finished if that takes no longer than a second. */
  readonly signal: AbortSignal
}

/** After the signal, cells that are running have so long to be finished. */
const graceMs = 1000

/** Worker processes that run batches of cells. */
export class CellPool {
  readonly #options: PoolOptions
  readonly #memory: number
  #idle: WorkerProcess[] = []
  readonly #all = new Set<WorkerProcess>()
  readonly #waiting: (() => void)[] = []
  #busy = 0
  /** By domain, how many cells in a row the machine has ended for good. */
  readonly #givenUp = new Map<string, { inARow: number }>()
  readonly #stop = (): void => {
    for (const worker of this.#all) worker.stop()
    setTimeout(() => this.#killAll(), graceMs).unref()
  }

  constructor(options: PoolOptions) {
    this.#options = options
    this.#memory = mebibytesEach(options)
    options.signal.addEventListener('abort', this.#stop, { once: true })
  }

  /**
   * The rows of a batch; if the signal comes, those that are finished by then. `take` is told of them as they come. A
   * cell that ends its worker has a row that says so, and the others of its batch run again. One that the machine has
   * ended is tried again.
   */
  async run(cells: readonly IndexedCell[], take: Take = () => undefined): Promise<FinishedCell[]> {
    const { signal } = this.#options
    const all: FinishedCell[] = []
    let left = [...cells]
    const note: Take = (finished) => {
      if (finished.length === 0) return
      const indices = new Set(finished.map(({ index }) => index))
      left = left.filter(({ index }) => !indices.has(index))
      all.push(...finished)
      take(finished)
    }
    while (this.#busy >= this.#options.workers)
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#busy++
    try {
      // When a worker dies and it is not known of which cell, they run one by one.
      let alone = false
      // What other cells have left behind may be what fills the memory, so that one runs again in a new worker.
      let suspect: IndexedCell | null = null
      const trouble = new Trouble(this.#givenUpOf(cells[0]), signal)
      while (left.length > 0 && !signal.aborted) {
        const start = performance.now()
        const domain = this.#domainOf(suspect ?? left[0]!)
        const together = left.filter((item) => this.#domainOf(item) === domain)
        const portion: readonly IndexedCell[] = suspect ? [suspect] : alone ? together.slice(0, 1) : together
        const tell: Take = (finished) => note(trouble.settled(finished))
        const death = await this.#runOnce(portion, domain, tell)
        if (signal.aborted) break
        if (death === null) {
          suspect = null
          if (trouble.withholds) await trouble.pause()
          continue
        }
        if (death.cause === 'machine' && !death.begun) {
          await trouble.stillborn(death.message)
          continue
        }
        const index = death.index ?? (portion.length === 1 ? portion[0]!.index : null)
        const fatal = left.find((cell) => cell.index === index)
        if (fatal === undefined) alone = true
        else if (death.cause === 'memory' && suspect === null) suspect = fatal
        else if (death.cause === 'machine' && !trouble.isLastTry(fatal.index)) await trouble.pause()
        else {
          suspect = null
          const row = this.#rowOf(fatal, death)
          const ms = performance.now() - start
          note([{ index: fatal.index, row, ms, ...(death.cause === 'machine' && { trouble: true }) }])
        }
      }
      return all
    } finally {
      this.#busy--
      this.#waiting.shift()?.()
    }
  }

  async close(): Promise<void> {
    this.#options.signal.removeEventListener('abort', this.#stop)
    await this.#killAll()
  }

  async #runOnce(cells: readonly IndexedCell[], domain: string, take: Take): Promise<Death | null> {
    const worker = this.#anyIdle(domain) ?? (await this.#begin(domain))
    const death = await worker.run(cells, take)
    if (death === null && !worker.dead) this.#idle.push(worker)
    else this.#all.delete(worker)
    return death
  }

  /** One that waits for cells of this domain. */
  #anyIdle(domain: string): WorkerProcess | undefined {
    this.#idle = this.#idle.filter((worker) => !worker.dead)
    const at = this.#idle.findLastIndex((worker) => worker.domain === domain)
    return at < 0 ? undefined : this.#idle.splice(at, 1)[0]
  }

  /** A new one, in place of one that waits for cells of another domain if there are enough. */
  async #begin(domain: string): Promise<WorkerProcess> {
    const { setup, seconds, workers } = this.#options
    if (this.#all.size >= workers) {
      const other = this.#idle.shift()
      if (other !== undefined) {
        this.#all.delete(other)
        await other.kill()
      }
    }
    const worker = new WorkerProcess(setup, { seconds, memory: this.#memory }, domain)
    this.#all.add(worker)
    return worker
  }

  #domainOf({ cell }: IndexedCell): string {
    return domainOf(cell, this.#options.setup.modules)
  }

  async #killAll(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.kill()))
  }

  #rowOf({ cell }: IndexedCell, death: Death) {
    const { setup, seconds } = this.#options
    const limits = { seconds, memory: this.#memory }
    return rowOfDeath(cell, death, setup.experiment, limits)
  }

  #givenUpOf(first: IndexedCell | undefined): { inARow: number } {
    const domain = first === undefined ? '' : this.#domainOf(first)
    const found = this.#givenUp.get(domain) ?? { inARow: 0 }
    this.#givenUp.set(domain, found)
    return found
  }
}

function mebibytesEach({ memory = (3 / 4) * allMemory(), workers }: PoolOptions): number {
  return Math.max(256, Math.floor(memory / 2 ** 20 / workers))
}

/** What the machine has, or the container. */
function allMemory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
}
