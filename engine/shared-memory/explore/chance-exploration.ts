import type { Bracket } from '../../chance/index.ts'
import type { ObjectCall } from '../model/index.ts'
import type { AnswersSoFar } from './answers-so-far.ts'

/** What is explored of an object whose processors flip coins. */
export interface ChanceExploring {
  /** The number of processors. */
  readonly n: number
  /** By processor, what it is asked for, one after the other. Default: all operations once. */
  readonly calls?: readonly (readonly ObjectCall[])[]
  /** The largest number of configurations. Default: 2 million. */
  readonly states?: number
  /** How far apart the bounds of a value may be, in proportion to it. Default: 1e-9. */
  readonly tolerance?: number
  /** Whether to find the probabilities of answers. Default: yes. */
  readonly answers?: boolean
}

/** A value under the scheduler that makes it least, and under the one that makes it largest. */
export interface OverSchedulers {
  readonly min: Bracket
  readonly max: Bracket
}

/** How probable it is that something comes of the answers, once all operations are over. */
export interface AnswerProbability extends OverSchedulers {
  /** That all are this; or, if it is `different`, that not all are the same. */
  readonly answers: Exclude<AnswersSoFar, { readonly kind: 'none' }>
}

/**
 * What schedulers can make of coins. A scheduler knows the whole configuration, and so all that has come up, but not what will.
 */
export interface ChanceExploration {
  /** How many configurations were found, and how many choices of a scheduler in them. */
  readonly states: number
  readonly choices: number
  /** False if there are more configurations than were allowed; then nothing else is known. */
  readonly complete: boolean
  /** A processor whose steps some scheduler makes go on for ever, whatever comes up; null if all ends with probability 1. */
  readonly endless: number | null
  /** The expected number of steps of all until all operations are over, and of flips among them; null where steps go on for ever. */
  readonly expected: Readonly<Record<ExpectedCost, OverSchedulers>> | null
  readonly probabilities: readonly AnswerProbability[]
  /** How far apart bounds are at most, in proportion to the value. */
  readonly tolerance: number
}

/** What can be counted of all processors together: steps, and the flips of coins among them. */
export const expectedCosts = ['steps', 'flips'] as const
/** One of these. */
export type ExpectedCost = (typeof expectedCosts)[number]
