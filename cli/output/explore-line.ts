import type { ExploreProgress } from '../../experiments/index.ts'
import { duration } from './duration.ts'
import { TerminalLine } from './terminal-line.ts'

/** Shows how far an exploration is. */
export class ExploreLine extends TerminalLine {
  show({ instances, states, seconds }: ExploreProgress): void {
    this.put(
      () =>
        `explored ${instances.toLocaleString('en')} instances, ${states.toLocaleString('en')} configurations in ${duration(seconds)}`,
    )
  }
}
