import type { Random } from '../../random.ts'
import type { StoredGraph } from '../../topology/stored-graph.ts'

/** What an adversary works on. */
export interface Space {
  readonly graph: StoredGraph
  /** For how many operations a processor is asked at most; 0 where the algorithm offers no service. */
  readonly turns: number
}

/** What the run of a plan tells those who vary it. */
export interface Hint {
  /** By slot: how many messages were sent over it. */
  readonly sentOver: Uint32Array
  /** The processors that had an event, in the order of their first. */
  readonly order: readonly number[]
}

/** One of the things that an adversary chooses. Values are never changed once made. */
export interface Gene<T> {
  /** The values that anyone would try first; who has seen a run may have more ideas. */
  natural(space: Space, random: Random, hint: Hint | null): readonly T[]
  /** A value as a sweep would draw it. */
  sampled(space: Space, random: Random): T
  /** A value that differs a little. */
  varied(value: T, space: Space, random: Random, hint: Hint): T
  /** A value made of two. */
  crossed(a: T, b: T, space: Space, random: Random): T
}
