import type { Row } from '../cell/index.ts'
import type { Tally } from '../store/tally.ts'
import type { FinishedCell } from '../workers/setup.ts'

/** How far a sweep has come. */
export interface Progress {
  /** Cells that are finished, of those that are to run; these may become more if replicates are added on request. */
  readonly done: number
  readonly total: number
  /** Cells that an earlier run had finished; they are not in `total`. */
  readonly resumed: number
  /** Messages sent and computation events in the finished cells. */
  readonly messages: number
  readonly events: number
  /** Since the start. */
  readonly seconds: number
  readonly cellsPerSecond: number
  readonly eventsPerSecond: number
  /** An estimate, from how long cells like those that are left have taken. */
  readonly secondsLeft: number
  /** Rows with a violation, and of cells that failed or ran out of budget; also those of an earlier run. */
  readonly violations: number
  readonly failures: number
  /** The groups whose runs take longest, with the mean of a run in milliseconds; the longest first. */
  readonly slowest: readonly SlowGroup[]
}

export interface SlowGroup {
  readonly algorithm: string
  readonly topology: string
  readonly n: number
  readonly ms: number
}

/** What is left of a sweep. */
export interface Remainder {
  readonly cells: number
  readonly seconds: number
}

const mostNamed = 3

/** Makes progress out of finished cells, starting the clock when it is made. */
export class ProgressMeter {
  readonly #start = performance.now()
  readonly #tally: Tally
  readonly #resumed: number
  readonly #groups = new Map<string, { readonly row: Row; ms: number; cells: number }>()
  #done = 0
  #messages = 0
  #events = 0

  /** `tally` counts all cells that are recorded, of which there are some from an earlier run. */
  constructor(tally: Tally) {
    this.#tally = tally
    this.#resumed = tally.cells
  }

  note(finished: readonly FinishedCell[]): void {
    this.#done += finished.length
    for (const { row, ms } of finished) {
      this.#messages += row.messages ?? 0
      this.#events += row.comp_events ?? 0
      const key = `${row.algorithm} ${row.topology} ${row.n} ${row.evidence}`
      const group = this.#groups.get(key) ?? { row, ms: 0, cells: 0 }
      this.#groups.set(key, group)
      group.ms += ms
      group.cells++
    }
  }

  progress(left: Remainder): Progress {
    const seconds = (performance.now() - this.#start) / 1000
    return {
      done: this.#done,
      total: this.#done + left.cells,
      resumed: this.#resumed,
      messages: this.#messages,
      events: this.#events,
      seconds,
      cellsPerSecond: this.#done / seconds,
      eventsPerSecond: this.#events / seconds,
      secondsLeft: left.seconds,
      violations: this.#tally.violations.length,
      failures: this.#tally.failures.length,
      slowest: this.#slowest(),
    }
  }

  #slowest(): SlowGroup[] {
    return [...this.#groups.values()]
      .map(({ row: { algorithm, topology, n }, ms, cells }) => ({ algorithm, topology, n, ms: ms / cells }))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, mostNamed)
  }
}
