import type { Claim } from '../../model/index.ts'
import type { Access, LineNumber } from './access.ts'
import type { Declarations, Variables } from './declaration.ts'
import type { SharedMeasure } from './measure.ts'

/** What an algorithm's variables are made for. */
export interface SharedSystem {
  /** The number of processors. */
  readonly n: number
  /** How many operations of an object each processor is asked for, at most; absent for locks. */
  readonly operations?: number
}

/** What a processor is told before it starts. */
export interface SharedInput extends SharedSystem {
  /** Its own number, 0 … n − 1. */
  readonly i: number
}

/**
 * A line: the access that a processor in this state makes next. It changes nothing itself; local computation follows
 * the access, in the function that names the next line. A method type, so that any algorithm is a `SharedMemoryAlgorithm`.
 */
type LineOf<S, D extends Declarations> = { describe(state: S, variables: Variables<D>): Access }['describe']

/** The lines of an operation by number, as in the book. */
export type Lines<S, D extends Declarations> = Readonly<Record<LineNumber, LineOf<S, D>>>

/** What is promised of every admissible execution; each promises what stands before it, too. */
export type Guarantee = 'mutual exclusion' | 'no deadlock' | 'no lockout'

/** The operations of mutual exclusion: from the remainder to the critical section, and back. */
export const passage = ['acquire', 'release'] as const

/** What is claimed of each measure. */
export type SharedClaims = { readonly [M in SharedMeasure]?: Claim | readonly Claim[] }

/** What every algorithm for shared memory says of itself. */
export interface AlgorithmLore {
  /** Kebab-case, unique in the catalogue. */
  readonly name: string
  /** What people call it, in charts and tables; the name if absent. */
  readonly title?: string
  /** One sentence on what it does. */
  readonly summary?: string
  /** Where it comes from: book section, algorithm number, paper. */
  readonly source?: string
  /** What the source leaves open or this does differently, in whole sentences. */
  readonly remarks?: string
  /** With how many processors it works. Default: with any number. */
  readonly requires: { readonly size?: number; readonly sizeMin?: number }
}

/**
 * A lock for asynchronous shared memory, with local states `S` and the variables that `V` declares. Attiya & Welch,
 * section 4.1. A processor's state is the line that it is at and its local variables: plain data.
 */
export interface SharedMemoryAlgorithm<
  S extends object = object,
  V extends (system: SharedSystem) => Declarations = (system: SharedSystem) => Declarations,
> extends AlgorithmLore {
  /** What it is for. */
  readonly service: 'mutual exclusion'
  readonly variables: V
  /** The local variables at the beginning. Plain data, so that they can be cloned, compared and hashed. */
  initially(input: SharedInput): S
  readonly operations: Readonly<Record<(typeof passage)[number], Lines<S, ReturnType<V>>>>
  /** The first line of `acquire` that is not part of its doorway. Default: the doorway is the first step. */
  readonly doorwayEnds?: LineNumber
  /** The strongest that is promised. */
  readonly guarantees: Guarantee
  /** The theorems about its cost. */
  readonly claims?: SharedClaims
}
