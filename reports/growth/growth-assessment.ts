import type { Interval } from '../../engine/index.ts'
import type { Doubt } from './doubt.ts'
import type { Enough } from './tell-apart.ts'

/** A class that is not excluded. */
export interface Contender {
  readonly text: string
  /** What is nearly proportional to it at these places. */
  readonly aliases: readonly string[]
  /** In which part of the resamples it fits best. */
  readonly share: number
  /** How far the costs typically lie from its best curve: 0.01 is 1%. */
  readonly misfit: number
  /** How far the largest sizes typically lie from its best curve through the smaller ones. */
  readonly holdOut: number
  /** The term of lower order of its best curve; null if that has none. */
  readonly term: string | null
  /** The slope that its leading term alone would have at these places. */
  readonly slopeAlone: number
}

/** What the costs of one setting say about the class of their growth. */
export interface GrowthAssessment {
  /**
   * `grows`: like the first contender; all other classes are excluded. `undecided`: the contenders cannot be told apart.
   * `none`: no class fits; the contenders are those that come nearest.
   */
  readonly kind: 'grows' | 'undecided' | 'none'
  /** The most frequent winners of the resamples first. */
  readonly contenders: readonly Contender[]
  /** What speaks against the first contender, which beats all others, or against all classes; null if nothing does. */
  readonly doubt: Doubt | null
  /** The class that predicts the largest sizes better than the first contender, which it would be but for that. */
  readonly betterPredictor: string | null
  /** All classes that were tried, by how much they grow. */
  readonly tried: readonly string[]
  /** How often the costs were drawn anew. */
  readonly resamples: number
  /** The slope of the logarithm of the cost over that of n, over these sizes, with its 95% interval. */
  readonly exponent: Interval & { readonly value: number }
  /**
   * What would tell the first contender from the others; null unless it cannot be, or several kinds of network are taken
   * together.
   */
  readonly enough: Enough | null
}
