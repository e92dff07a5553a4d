import type { Progress } from '../../experiments/index.ts'
import { duration } from './duration.ts'

/** Shows how far a sweep is, on stderr: one line that changes on a terminal, else a line every few seconds. */
export class ProgressLine {
  readonly #terminal = process.stderr.isTTY === true
  #last = Number.NEGATIVE_INFINITY

  show(progress: Progress): void {
    const now = performance.now()
    const isLast = progress.done === progress.total
    if (!isLast && now - this.#last < (this.#terminal ? 100 : 5000)) return
    this.#last = now
    process.stderr.write(this.#terminal ? `\r\x1b[2K${describe(progress)}` : `${describe(progress)}\n`)
    if (isLast && this.#terminal) process.stderr.write('\n')
  }

  /** Says something beside it. */
  note(text: string): void {
    this.end()
    process.stderr.write(`admissible: ${text}\n`)
  }

  /** Ends the line, so that what follows stands on one of its own. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}

/** Until so many seconds have passed, the first runs tell of start-up more than of the rest. */
const soonest = 3

function describe(progress: Progress): string {
  const { done, total, resumed, events, eventsPerSecond, seconds, secondsLeft, failures } = progress
  const parts = [
    `${Math.floor((100 * done) / Math.max(1, total))}%`,
    `${done} of ${total} runs${resumed > 0 ? ` (and ${resumed} earlier)` : ''}`,
    `${short(events)} events, ${short(eventsPerSecond)}/s`,
    ...(failures > 0 ? [`${failures} failed`] : []),
    ...(done === total ? [`in ${duration(seconds)}`] : []),
    ...(done < total && seconds >= soonest ? [`about ${duration(secondsLeft)} left`] : []),
  ]
  return parts.join('  ')
}

export const short = (value: number): string =>
  new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }).format(value)
