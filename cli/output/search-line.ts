import type { AttackProgress } from '../../experiments/index.ts'
import { duration } from './duration.ts'

/** Shows how far a search is, on stderr: one line that changes, on a terminal; else nothing. */
export class SearchLine {
  readonly #objective: string
  readonly #terminal = process.stderr.isTTY === true

  constructor(objective: string) {
    this.#objective = objective
  }

  show({ runs, best, seconds }: AttackProgress): void {
    if (!this.#terminal) return
    const found = Number.isFinite(best) ? `${this.#objective} ${best}` : 'nothing yet'
    process.stderr.write(`\r\x1b[2K${runs} runs in ${duration(seconds)}, best so far: ${found}`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}
