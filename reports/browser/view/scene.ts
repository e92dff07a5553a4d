import type { Place } from '../replay/edits.ts'
import type { Conditions } from '../replay/moment.ts'
import type { Run } from '../replay/run.ts'
import type { Inks } from './inks.ts'

/** What the panel shows at an instant. */
export interface Scene {
  readonly run: Run
  /** How many events have happened. */
  readonly done: number
  readonly time: number
  readonly conditions: Conditions
  readonly selected: Place | null
  readonly inks: Inks
  /** The colour of a type of message. */
  colourOf(type: string): string
}
