import type { Conditions } from '../replay/moment.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import type { Inks } from './inks.ts'

/** What the panel shows at an instant. */
export interface Scene {
  readonly run: Run
  /** How many events have happened. */
  readonly done: number
  readonly time: number
  readonly conditions: Conditions
  /** The chosen message, if there is one and it is sent in this run. */
  readonly selected: RunMessage | null
  readonly inks: Inks
  /** The colour of a type of message. */
  colourOf(type: string): string
}
