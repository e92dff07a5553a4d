/**
 * The times of steps, where they have any: none is earlier than the one before, and each processor’s is at most one unit
 * after its last.
 */
export class StepTimes {
  /** When the last step was taken; null if steps have no times. */
  last: number | null = null
  readonly #timed: boolean
  readonly #own = new Map<number, number>()

  constructor(timed: boolean) {
    this.#timed = timed
  }

  /** What is wrong with the time of the next step; null if nothing is, and then it is taken. */
  problem(processor: number, time: number | null): string | null {
    if (!this.#timed) return time === null ? null : 'it has a time, but the header says that steps have none'
    if (time === null) return 'it has no time, but the header says that steps have times'
    const own = this.#own.get(processor) ?? 0
    if (time < (this.last ?? 0)) return `it is taken at ${time}, before the one ahead of it, at ${this.last}`
    if (time > own + 1)
      return `it is taken at ${time}, more than one unit after ${own === 0 ? 'the beginning' : `${own}, when p_${processor} took its last`}`
    this.#own.set(processor, time)
    this.last = time
    return null
  }
}
