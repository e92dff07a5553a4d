import { duration } from './duration.ts'

/** The clock itself: where algorithms are watched that may not ask for the time, `performance.now` stands still. */
const now = performance.now.bind(performance)

/** Shows how many configurations an exploration has met, on stderr, if that is a terminal, and ends it after so many seconds. */
export class ConfigurationsLine {
  readonly #terminal = process.stderr.isTTY === true
  readonly #begin = now()
  readonly #seconds: number
  #shown = this.#begin

  constructor(seconds = Number.POSITIVE_INFINITY) {
    this.#seconds = seconds
  }

  /** Whether the time is over. */
  readonly stopped = (configurations: number): boolean => {
    const time = now()
    const seconds = (time - this.#begin) / 1000
    if (this.#terminal && time - this.#shown > 100) {
      this.#shown = time
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
