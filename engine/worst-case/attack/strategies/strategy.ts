import type { Handed } from '../handed.ts'
import type { Field, Plan } from '../plan.ts'
import type { Run } from '../run.ts'
import type { Variation } from './variation.ts'

/** A way to search: gives plans to carry out, is told what became of each, and goes on until it is stopped. */
type Search = Generator<Plan, never, Run>

/** What a search works with. */
interface SearchField extends Field {
  /** A search will be stopped after so many runs, or earlier. */
  readonly runs: number
  /** The best plans so far, the best first. None where a search is to begin anew. */
  readonly elite: Handed['elite']
  readonly variation: Variation
}

/** A kind of search, to be compared with others. */
export interface Strategy {
  readonly name: string
  readonly summary: string
  /** Whether it goes on from what was found before, or always begins anew. */
  readonly continues: boolean
  search(field: SearchField): Search
}
