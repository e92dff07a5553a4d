import type { TopLevelSpec } from 'vega-lite'
import type { Results } from '../statistics/groups.ts'

/** A figure: what is in its files, and what someone who cannot see it is told. */
export interface Chart {
  /** Kebab-case; the name of its files. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly spec: TopLevelSpec
}

/** Draws what it can from the results: no chart at all where it does not apply to them. */
export type ChartMaker = (results: Results) => readonly Chart[]

/** A piece of a Vega-Lite specification. */
export type Piece = Readonly<Record<string, unknown>>
