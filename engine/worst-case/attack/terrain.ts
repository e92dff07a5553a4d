import type { Random } from '../../random.ts'

/** What became of a plan that was carried out: the larger the value, the better for the adversary. */
export interface Valued {
  readonly value: number
}

/** The plans among which a search looks, and how new ones are made of those that were tried. */
export interface Terrain<P, R extends Valued> {
  readonly random: Random
  /** The choices that a plan consists of and that the adversary has, by name. */
  readonly chosen: readonly string[]
  /** A plan of choices that anyone would try first, put together at random. */
  natural(): P
  /** A plan as a sweep would draw it. */
  sampled(): P
  /** Those that differ from this plan at most in one choice, which anyone would try first. */
  alternatives(plan: P, name: string, run: R): readonly P[]
  /** The plan with one choice varied a little. */
  varied(plan: P, name: string, run: R): P
  /** A plan of whose choices each comes from one or the other, or from both. */
  crossed(mother: P, father: P): P
}
