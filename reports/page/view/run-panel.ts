import type { PageAlgorithms } from '../algorithms.ts'
import type { TravelData, TravelOptions, TravelRow } from '../set-up.ts'

/** What fills the place of a run. */
export interface RunPanel {
  readonly element: HTMLElement
  close(): void
}

/** Makes the panel of a row. Throws an error that says why, if the run cannot be shown. */
export type PanelMaker = (
  row: TravelRow,
  options: TravelOptions,
  data: TravelData,
  algorithms: PageAlgorithms,
) => RunPanel
