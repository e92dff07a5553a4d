import { type MessageIsland, type MessageIslandResult, Rounds } from '../../../engine/index.ts'
import { Signals } from '../threads/signals.ts'
import type { IslandTask } from './worker.ts'

/** The islands of a search on several threads: those of the round that goes on, and what has come of them. */
export class Islands {
  readonly #rounds: Rounds
  #waiting: MessageIsland[] = []
  #tasks: IslandTask[] = []
  #watched: Signals[] = []
  #found = new Map<IslandTask, MessageIslandResult>()
  #stopped = false

  constructor(runs: number, strategies: readonly string[] | undefined) {
    this.#rounds = new Rounds(runs, strategies)
  }

  /**
   * Whether there is a round to search. What the islands of the last one have found is handed on, unless one was cut
   * short or has found a violation: then those up to it are the last of the search.
   */
  nextRound(): boolean {
    const found = this.#tasks.map((task) => this.#found.get(task)!)
    const cut = found.findIndex(
      ({ runs, violation }, i) => runs < this.#tasks[i]!.island.runs || violation !== null,
    )
    if (found.length > 0) this.#rounds.finish(cut < 0 ? found : found.slice(0, cut + 1))
    this.#tasks = []
    this.#watched = []
    this.#found.clear()
    if (this.#stopped) return false
    this.#waiting = [...this.#rounds.next()]
    return this.#waiting.length > 0
  }

  /** The next island of the round; null if there is none. */
  next(): IslandTask | null {
    const island = this.#stopped ? undefined : this.#waiting.shift()
    if (island === undefined) return null
    const watched = new Signals()
    const task = { island, signals: watched.buffer }
    this.#tasks.push(task)
    this.#watched.push(watched)
    return task
  }

  finished(task: IslandTask, result: MessageIslandResult): void {
    this.#found.set(task, result)
    if (result.violation === null) return
    // The search ends there; what comes before it is still searched, so that the first violation is the result.
    this.#stopped = true
    this.#watched.forEach((watched, i) => {
      if (this.#tasks[i]!.island.index > task.island.index) watched.stop()
    })
  }

  stop(): void {
    this.#stopped = true
    for (const watched of this.#watched) watched.stop()
  }

  get progress(): { readonly runs: number; readonly best: number } {
    const before = this.#rounds.results
    const signals = this.#watched
    return {
      runs:
        before.reduce((sum, { runs }) => sum + runs, 0) + signals.reduce((sum, { done }) => sum + done, 0),
      best: [
        ...before.map(({ best }) => best?.run.value ?? Number.NEGATIVE_INFINITY),
        ...signals.map(({ done, figure }) => (done > 0 ? figure : Number.NEGATIVE_INFINITY)),
      ].reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    }
  }

  /** What has come of the islands of all rounds. */
  get results(): readonly MessageIslandResult[] {
    return this.#rounds.results
  }
}
