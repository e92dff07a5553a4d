/** Says when it is time again. */
export class Reminder {
  readonly ms: number
  #last = performance.now()

  constructor(ms: number) {
    this.ms = ms
  }

  /** Whether so many milliseconds have passed since the start, or since it said so last. */
  isDue(): boolean {
    const now = performance.now()
    if (now - this.#last < this.ms) return false
    this.#last = now
    return true
  }
}
