import { type IslandResult, islandAt } from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import type { IslandTask } from './worker.ts'

/** The islands of a search: those handed out, and what has come of them. */
export class Islands {
  readonly #strategies: readonly string[] | undefined
  readonly #tasks: (IslandTask & { readonly watched: Signals })[] = []
  readonly #results: IslandResult[] = []
  #runsLeft: number
  #stopped = false

  constructor(runs: number, strategies: readonly string[] | undefined) {
    this.#runsLeft = runs
    this.#strategies = strategies
  }

  /** The next island to search; null if there is none. */
  next(): IslandTask | null {
    if (this.#stopped || this.#runsLeft === 0) return null
    const index = this.#tasks.length
    const runs = Math.min(this.#runsLeft, islandAt(index, this.#strategies).runs)
    this.#runsLeft -= runs
    const watched = new Signals()
    const task = { index, runs, signals: watched.buffer }
    this.#tasks.push({ ...task, watched })
    return task
  }

  finished({ index }: IslandTask, result: IslandResult): void {
    this.#results[index] = result
    if (result.violation === null) return
    // The search ends there; what comes before it is still searched, so that the first violation is the result.
    this.#stopped = true
    for (const task of this.#tasks) if (task.index > index) task.watched.stop()
  }

  stop(): void {
    this.#stopped = true
    for (const { watched } of this.#tasks) watched.stop()
  }

  get progress(): { readonly runs: number; readonly best: number } {
    const signals = this.#tasks.map(({ watched }) => watched)
    return {
      runs: signals.reduce((sum, { done }) => sum + done, 0),
      best: signals.reduce(
        (best, { done, figure }) => (done > 0 ? Math.max(best, figure) : best),
        Number.NEGATIVE_INFINITY,
      ),
    }
  }

  /** The results up to the first island that was cut short, or that has found a violation. */
  results(): readonly IslandResult[] {
    const cut = this.#tasks.findIndex(
      ({ index, runs }) => this.#results[index]!.runs < runs || this.#results[index]!.violation !== null,
    )
    return cut < 0 ? this.#results : this.#results.slice(0, cut + 1)
  }
}
