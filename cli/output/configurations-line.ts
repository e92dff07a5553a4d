import { duration } from './duration.ts'
import { TerminalLine } from './terminal-line.ts'

/** The clock itself: where algorithms are watched that may not ask for the time, `performance.now` stands still. */
const now = performance.now.bind(performance)

/** Shows how many configurations an exploration has met, and ends it after so many seconds. */
export class ConfigurationsLine extends TerminalLine {
  readonly #begin = now()
  readonly #seconds: number
  #shown = this.#begin

  constructor(seconds = Number.POSITIVE_INFINITY) {
    super()
    this.#seconds = seconds
  }

  /** Whether the time is over. */
  readonly stopped = (configurations: number): boolean => {
    const time = now()
    const seconds = (time - this.#begin) / 1000
    if (time - this.#shown > 100) {
      this.#shown = time
      this.put(() => `explored ${configurations.toLocaleString('en')} configurations in ${duration(seconds)}`)
    }
    return seconds > this.#seconds
  }
}
