import type { Channel } from './channel.ts'
import type { DetectorClass } from './detector.ts'

/**
 * Everything a processor can be told before it starts. All but `value` must be asked for in `requires`;
 * reading what was not asked for throws.
 */
export interface Knowledge {
  /** This processor's input, an integer. */
  readonly value: number
  /** Further inputs of this processor by name, natural numbers. Granted by `fields`, which lists the names. */
  readonly fields: Readonly<Record<string, number>>
  /** Whether this processor is the distinguished one. Granted by `root`. */
  readonly isRoot: boolean
  /** This processor's identifier, a non-negative integer, distinct from all others. Granted by `identifiers`. */
  readonly id: number
  /** The identifiers of the neighbours, by channel. Granted by `neighborIdentifiers`. */
  readonly neighborIds: readonly number[]
  /** How many bits the largest identifier of the system has. Granted by `identifierBits`. */
  readonly idBits: number
  /** The number of processors. Granted by `size`. */
  readonly n: number
  /** The diameter of the network. Granted by `diameter`. */
  readonly diameter: number
  /** How many processors may fail. Granted by `resilience`. */
  readonly f: number
  /** The channel to the parent in a given rooted spanning tree, null at the root. Granted by `spanningTree`. */
  readonly parent: Channel | null
  /** The channels to the children in the same tree. Granted by `spanningTree`. */
  readonly children: readonly Channel[]
  /** What the algorithm's `arrange` has for this processor; there only where it has one. */
  readonly arranged: unknown
  /** The shortest and the longest that a message may take. Granted by `delayBounds`. */
  readonly delay: DelayBounds
}

/** Between which limits all delays are; the lower one need not be attained. */
export interface DelayBounds {
  readonly min: number
  readonly max: number
}

/** Which requirement grants which piece of knowledge. */
export interface Granting {
  readonly isRoot: 'root'
  readonly id: 'identifiers'
  readonly neighborIds: 'neighborIdentifiers'
  readonly idBits: 'identifierBits'
  readonly n: 'size'
  readonly diameter: 'diameter'
  readonly f: 'resilience'
  readonly parent: 'spanningTree'
  readonly children: 'spanningTree'
  readonly fields: 'fields'
  readonly delay: 'delayBounds'
}

/** The shapes of network that an algorithm can insist on. */
export type Shape = 'ring' | 'tree' | 'complete' | 'hypercube'

/** What an algorithm needs of the system in order to be correct. A run in which a need is not met is refused. */
export interface Requirements {
  /** What each processor is given beside its value: a natural number under each of these names. */
  readonly fields?: readonly string[]
  readonly root?: true
  readonly identifiers?: true
  readonly neighborIdentifiers?: true
  readonly identifierBits?: true
  readonly size?: true
  readonly diameter?: true
  readonly spanningTree?: true
  /** Channels have weights, which `p.weight(channel)` tells; `distinct`: no two the same. */
  readonly weights?: true | 'distinct'
  /** Only networks of this shape, or of one of these. */
  readonly shape?: Shape | readonly Shape[]
  /**
   * Channels are numbered consistently: on a ring 0 leads clockwise and 1 counter-clockwise, on a torus 2i and 2i + 1 lead
   * up and down in dimension i, on a hypercube i leads across dimension i, on a complete graph k leads k + 1 processors on,
   * round a circle of all.
   */
  readonly orientation?: true
  /** How many of n processors may fail for it to be correct, such as `n > 3f`. */
  readonly resilience?: string
  /** Processors have clocks, which `p.clock()` reads, and timers. */
  readonly clocks?: true
  /** Each has a failure detector of this class, which `p.suspects(channel)` asks, or `p.leader()`. */
  readonly detector?: DetectorClass
  /** Processors know the least and the largest delay, `delay.min` and `delay.max`; only delays that have them will do. */
  readonly delayBounds?: true
  /** Channels deliver in the order of sending. The engine then provides it. */
  readonly fifo?: true
  /** Processors flip coins. */
  readonly coins?: true
  /** Correct only in the synchronous model. */
  readonly synchronous?: true
  /**
   * Who has to wake by itself: all, or all `together` at time 0; `at-zero`: whoever does, at time 0. With `root` required, at
   * least the root.
   */
  readonly initiators?: 'all' | 'together' | 'at-zero'
}

/** The requirements that an input type `I` makes necessary. */
export type RequiredBy<I> = Requirements & {
  readonly [K in keyof I & keyof Granting as Granting[K]]: K extends 'fields'
    ? readonly string[]
    : K extends 'f'
      ? string
      : true
}
