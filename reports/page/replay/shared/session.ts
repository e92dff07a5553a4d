import { linkText } from '../edits.ts'
import { Board } from './board.ts'
import { type OwnSteps, withStep } from './own-steps.ts'
import type { SharedRunner, SharedRunShown } from './shared-run.ts'

/** What the reader has made of a run on shared memory: the steps that it has decided. */
export class SharedSession {
  readonly original: SharedRunShown
  readonly #runner: SharedRunner
  readonly #row: number
  #own: OwnSteps | null
  #board: Board

  /** Steps of the reader’s that nobody can take are left out. */
  constructor(runner: SharedRunner, row: number, own: OwnSteps | null) {
    this.original = runner.original
    this.#runner = runner
    this.#row = row
    this.#own = own
    let run = runner.original
    try {
      run = runner.run(own)
    } catch {
      this.#own = null
    }
    this.#board = new Board(run)
  }

  get own(): OwnSteps | null {
    return this.#own
  }

  get run(): SharedRunShown {
    return this.#board.run
  }

  /** The state of things after so many steps. */
  board(done: number): Board {
    this.#board.moveTo(done)
    return this.#board
  }

  get link(): string {
    return linkText({ row: this.#row, edits: [], ...(this.#own !== null && { steps: this.#own }) })
  }

  /** After so many steps, a processor takes the next one; what came after them is no more. */
  take(done: number, p: number): void {
    this.#change(withStep(this.#own, done, p))
  }

  /** The run of the sweep again. */
  reset(): void {
    this.#change(null)
  }

  #change(own: OwnSteps | null): void {
    this.#board = new Board(this.#runner.run(own))
    this.#own = own
  }
}
