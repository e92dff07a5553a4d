import type { Claim } from '../model/index.ts'

/**
 * Self-stabilisation in the model of Dijkstra (1974): each processor has a state that its neighbours can read. It is
 * *privileged* where its program would change its state. In a step, a *daemon* chooses some of the privileged processors,
 * which all move at once, each from what it reads before the step. The first configuration is arbitrary.
 */

/** What a processor reads: its own state and those of its neighbours, in the order of its channels. */
export interface StateView {
  /** Its own number, 0 … n − 1. On a ring, the neighbours are those before and after it. */
  readonly i: number
  readonly n: number
  /** How many states each processor has. */
  readonly k: number
  readonly own: number
  readonly neighbors: readonly number[]
}

/** What a configuration is judged by. */
export interface StateConfiguration {
  readonly states: ArrayLike<number>
  /** How many processors are privileged. */
  readonly privileged: number
}

/** What is measured until a configuration is legitimate: steps, in which any number of processors may move, and their moves. */
export type StabilisingMeasure = 'steps' | 'moves'

/** Daemons that others are cases of: one processor in a step, or any set of them. */
export type StrongDaemon = 'central' | 'distributed'

/** A self-stabilising algorithm. States are the numbers 0 … k − 1. */
export interface StabilisingAlgorithm {
  /** Kebab-case, unique in the catalogue. */
  readonly name: string
  readonly title?: string
  readonly summary?: string
  readonly source?: string
  readonly remarks?: string
  /** Where it runs: on a ring, where everyone knows who comes before it, or on any network. */
  readonly network: 'ring' | 'any'
  /** With at least how many processors it works. */
  readonly requires: { readonly sizeMin: number }
  /** How many states each of n processors has. */
  values(n: number): number
  /** The state after a move; its own state where it is not privileged. */
  next(view: StateView): number
  isLegitimate(configuration: StateConfiguration): boolean
  /** The daemon under which every execution comes to a legitimate configuration, and stays with them. */
  readonly stabilisesUnder: StrongDaemon
  /** What that takes at most, under this daemon and all that are cases of it. */
  readonly claims: { readonly [M in StabilisingMeasure]?: Claim }
}
