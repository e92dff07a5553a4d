import { setTimeout as sleep } from 'node:timers/promises'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell } from '../cell/index.ts'
import { isMachineTrouble } from './machine-trouble.ts'

/** A cell that the machine ends is tried so often: it may not be its fault. */
const mostTries = 3

/** After so many cells in a row that the machine ended again and again, the next ones are tried once. */
const mostInARow = 3

/** Workers that are ended before they begin are replaced, but not for ever. */
const mostStillborn = 12

/** The first pause before another try; each is twice as long as the last, to the longest. */
const shortestPauseMs = 50
const longestPauseMs = 1000

/** What the machine does to the cells of a batch, and how often they are tried again. */
export class Trouble {
  readonly #signal: AbortSignal
  readonly #tries = new Map<number, number>()
  #stillborn = 0
  #pauseMs = shortestPauseMs
  /** Whether a worker has told of cells that are to be tried again. */
  withholds = false
  /** Cells that were given up, since the last that was not. */
  readonly #givenUp: { inARow: number }

  /** `givenUp` is shared by batches whose cells have one fate: those of one algorithm. */
  constructor(givenUp: { inARow: number }, signal: AbortSignal) {
    this.#givenUp = givenUp
    this.#signal = signal
  }

  /** Of what a worker tells, all but the cells that are to be tried again. */
  settled(finished: readonly FinishedCell[]): FinishedCell[] {
    return finished.flatMap((cell) => {
      if (isMachineTrouble(cell.row)) {
        if (this.isLastTry(cell.index)) return [{ ...cell, trouble: true }]
        this.withholds = true
        return []
      }
      this.#givenUp.inARow = 0
      this.#stillborn = 0
      return [cell]
    })
  }

  /** Notes that the machine has ended a cell; whether it is to be tried no more. */
  isLastTry(index: number): boolean {
    const tries = (this.#tries.get(index) ?? 0) + 1
    this.#tries.set(index, tries)
    if (tries < (this.#givenUp.inARow < mostInARow ? mostTries : 1)) return false
    this.#givenUp.inARow++
    return true
  }

  /** Notes that a worker was ended before it began. Throws an InputError if that goes on. */
  async stillborn(message: string): Promise<void> {
    if (++this.#stillborn === mostStillborn)
      throw new InputError(`workers cannot work: ${message}, ${mostStillborn} times, before they began`)
    await this.pause()
  }

  /** The machine may be better in a moment. */
  async pause(): Promise<void> {
    this.withholds = false
    const ms = this.#pauseMs
    this.#pauseMs = Math.min(2 * ms, longestPauseMs)
    await sleep(ms, undefined, { signal: this.#signal }).catch(() => undefined)
  }
}
