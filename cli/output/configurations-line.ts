import { duration } from './duration.ts'

/** Shows how many configurations an exploration has met, on stderr, if that is a terminal, and ends it after so many seconds. */
export class ConfigurationsLine {
  readonly #terminal = process.stderr.isTTY === true
  readonly #begin = performance.now()
  readonly #seconds: number
  #shown = this.#begin

  constructor(seconds = Number.POSITIVE_INFINITY) {
    this.#seconds = seconds
  }

  /** Whether the time is over. */
  readonly stopped = (configurations: number): boolean => {
    const now = performance.now()
    const seconds = (now - this.#begin) / 1000
    if (this.#terminal && now - this.#shown > 100) {
      this.#shown = now
      process.stderr.write(
        `\r\x1b[2Kexplored ${configurations.toLocaleString('en')} configurations in ${duration(seconds)}`,
      )
    }
    return seconds > this.#seconds
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}
