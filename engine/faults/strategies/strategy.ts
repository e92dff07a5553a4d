import type { AnyAlgorithm, Instance } from '../../model/index.ts'
import type { Random } from '../../random.ts'
import type { Liar } from '../liar.ts'

/** What a liar is made from. */
export interface LiarContext {
  readonly algorithm: AnyAlgorithm
  readonly instance: Instance
  readonly processor: number
  readonly random: Random
}

/** A way to lie. */
export interface Strategy {
  /** What processors do that lie so. */
  readonly summary: string
  /** Whether it draws messages from the alphabet of the algorithm. */
  readonly needsAlphabet?: true
  create(context: LiarContext): Liar
}
