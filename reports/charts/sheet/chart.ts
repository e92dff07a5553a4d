import type { TopLevelSpec } from 'vega-lite'
import type { Observation } from '../data/observations.ts'

/** A figure: what is in its files, what stands under it, and what someone who cannot see it is told. */
export interface Chart {
  /** Kebab-case; the name of its files. */
  readonly name: string
  readonly title: string
  /** What stands under it after its title: what its marks are and from which sweep exactly, in full sentences. */
  readonly caption: string
  readonly description: string
  /**
   * Self-contained. A datum that stands for a run has its number in runs.csv, counted from 1, as `row`; one that
   * stands for several has that of the costliest.
   */
  readonly spec: TopLevelSpec
  /** What is shown as a table that explains itself: one observation per record, all with the same columns. */
  readonly data: readonly Observation[]
}

/** Title and caption, as they stand under a figure that does not say its title. */
export const wholeCaption = ({ title, caption }: Pick<Chart, 'title' | 'caption'>): string =>
  `${title}. ${caption}`

/** A piece of a Vega-Lite specification. */
export type Piece = Readonly<Record<string, unknown>>
