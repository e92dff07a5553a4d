import { mixed } from '../random.ts'

/**
 * When the processors take steps: each takes one at a random instant of every period, whatever the others do. Nothing
 * is stored: the step of a processor in a period is a hash of both.
 */
export class Steps {
  readonly #period: number
  readonly #key: number

  constructor(period: number, key: number) {
    this.#period = period
    this.#key = key
  }

  /** A message that is in transit no longer than this is processed after at most 1. */
  get longestTransit(): number {
    return 1 - 2 * this.#period
  }

  /** The first step of a processor at or after a time; less than two periods later. */
  next(processor: number, time: number): number {
    for (let k = Math.floor(time / this.#period); ; k++) {
      const step = this.#stepIn(processor, k)
      if (step >= time) return step
    }
  }

  /** The step of a processor in the k-th period. */
  #stepIn(processor: number, k: number): number {
    const bits = mixed(mixed(this.#key + processor) + k)
    return (k + bits / 4294967296) * this.#period
  }
}
