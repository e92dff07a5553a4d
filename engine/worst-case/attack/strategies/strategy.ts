import type { Handed } from '../handed.ts'
import type { Terrain, Valued } from '../terrain.ts'
import type { Variation } from './variation.ts'

/** What a search works with. */
interface SearchField<P, R extends Valued> extends Terrain<P, R> {
  /** A search will be stopped after so many runs, or earlier. */
  readonly runs: number
  /** The best plans so far, the best first. None where a search is to begin anew. */
  readonly elite: Handed<P, R>['elite']
  readonly variation: Variation<P, R>
}

/** A kind of search, to be compared with others. */
export interface Strategy {
  readonly name: string
  readonly summary: string
  /** Whether it goes on from what was found before, or always begins anew. */
  readonly continues: boolean
  /** Gives plans to carry out, is told what became of each, and goes on until it is stopped. */
  search<P, R extends Valued>(field: SearchField<P, R>): Generator<P, never, R>
}
