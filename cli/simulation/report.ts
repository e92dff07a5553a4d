import type { Cell } from '../../engine/index.ts'

/** What the thread of a simulation is given. */
export interface SimulationTask {
  /** The command line. */
  readonly words: readonly string[]
  /** Where it says how far it is; see `newPlace`. */
  readonly place: SharedArrayBuffer
}

/** What the command line asks for, known before anything is loaded. */
export interface Asked {
  readonly algorithm: string
  /** The longest that the run may take; null if the command line does not say. */
  readonly seconds: number | null
}

/** A simulation that begins, as far as must be known when it has to be ended. */
export interface Begun {
  readonly cell: Cell
  readonly typeNames: readonly string[]
  readonly json: boolean
  /** The file that its record is written to, under the name that it has until it is complete. */
  readonly draft: string | null
  /** The numbers of what stands in the place. */
  readonly placeIn: Readonly<Record<'processor' | 'time' | 'messages', number>>
}

/** What the thread tells. */
export type SimulationReport =
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'begun'; readonly begun: Begun }
  /** The run is over and told, with this exit code; what is still to come only tells more of it. */
  | { readonly kind: 'ran'; readonly code: number }
  | { readonly kind: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'done'; readonly code: number }

/** Why a simulation has to end before it is over. */
export interface Cut {
  readonly kind: 'budget' | 'failed'
  readonly reason: string
}
