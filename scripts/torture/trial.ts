import { Streams } from '../../engine/index.ts'

/** What a trial is told. */
export interface TrialOptions {
  /** An empty folder of its own. */
  readonly folder: string
  /** How much of it: 1 is the whole, less is a short form. */
  readonly share: number
  readonly seed: number
  /** Told now and then how much was tried, and what went wrong so far. */
  readonly onProgress?: (tried: number, failures: readonly string[]) => void
}

/** What has come of a trial. */
export interface TrialResult {
  readonly tried: number
  /** What went wrong, one line each. */
  readonly failures: readonly string[]
  /** What else is worth telling, such as the longest time. */
  readonly note?: string
}

/** Something that is done to the program, many times, and must not hurt. */
export interface Trial {
  readonly name: string
  /** What must be there besides Node, such as a server; a trial is left out where it is missing. */
  readonly needs?: () => string | null
  run(options: TrialOptions): Promise<TrialResult>
}

/** So many of them, at least one. */
export const shareOf = (count: number, { share }: TrialOptions): number =>
  Math.max(1, Math.round(count * share))

/** Chance for one purpose. */
export class Dice {
  readonly #stream
  constructor(seed: number, purpose: string, index = 0) {
    this.#stream = new Streams(seed).stream(purpose, index)
  }

  /** 0, 1 … below a bound. */
  below(bound: number): number {
    return this.#stream.integer(bound)
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }
}
