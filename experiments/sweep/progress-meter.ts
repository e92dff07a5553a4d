import type { FinishedCell, Row } from '../cell/index.ts'
import type { Progress, SlowGroup } from '../store/progress.ts'
import type { Tally } from '../store/tally.ts'
import type { Remainder } from '../workers/remainder.ts'

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
