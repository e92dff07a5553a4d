import type { ExploreProgress } from '../../experiments/index.ts'
import { duration } from './duration.ts'

/** Shows how far an exploration is, on stderr: one line that changes, on a terminal; else nothing. */
export class ExploreLine {
  readonly #terminal = process.stderr.isTTY === true

  show({ instances, states, seconds }: ExploreProgress): void {
    if (!this.#terminal) return
    const done = `${instances.toLocaleString('en')} instances, ${states.toLocaleString('en')} configurations`
    process.stderr.write(`\r\x1b[2Kexplored ${done} in ${duration(seconds)}`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}
