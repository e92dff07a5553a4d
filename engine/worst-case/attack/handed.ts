import type { Valued } from './terrain.ts'

/** A plan with what became of it. */
export interface Tried<P, R extends Valued> {
  readonly plan: P
  readonly run: R
}

/** How often each choice was varied, and how often that made a plan better. */
export type Tries = Readonly<Record<string, { readonly count: number; readonly gains: number }>>

/** What the islands of one round hand on to those of the next. */
export interface Handed<P, R extends Valued> {
  /** The best plans so far, the best first. */
  readonly elite: readonly Tried<P, R>[]
  readonly tries: Tries
}
