import type { AttackProgress } from '../../experiments/index.ts'
import { duration } from './duration.ts'
import { TerminalLine } from './terminal-line.ts'

/** Shows how far a search is. */
export class SearchLine extends TerminalLine {
  readonly #objective: string

  constructor(objective: string) {
    super()
    this.#objective = objective
  }

  show({ runs, best, seconds }: AttackProgress): void {
    this.put(() => {
      const found = Number.isFinite(best) ? `${this.#objective} ${best}` : 'nothing yet'
      return `${runs} runs in ${duration(seconds)}, best so far: ${found}`
    })
  }
}
