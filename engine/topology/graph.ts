import type { Channel, Network } from '../model/index.ts'
import type { Labels } from './labels.ts'

/** Which consistent numbering of channels a graph carries; null if the numbering means nothing. */
export type Orientation = 'ring' | 'torus' | 'hypercube' | 'complete' | null

/** Natural numbers, in as few bytes each as the largest takes. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array

/** How a file was read. */
export interface ReadAs {
  /** The format, as in “read as METIS”. */
  readonly title: string
  /** Whether it is one in which there was nothing to find out: an edge list, GML or GraphML. */
  readonly plain: boolean
}

/** Channels {u[i], v[i]} with the weights that the source gives them; NaN where it gives none. */
export interface WeightedChannels {
  readonly u: Uint32Array
  readonly v: Uint32Array
  readonly weights: Float64Array
}

/** What a family can say beyond the channels themselves. */
export interface GraphDetails {
  readonly orientation?: Orientation
  /** The names of the processors in the source, for output. */
  readonly labels?: Labels
  /** Positions in the plane, x and y in turn: 2n numbers. */
  readonly coordinates?: Float64Array
  /** Every channel with the weight that belongs to it; absent where none has one. */
  readonly weighted?: WeightedChannels
  /** Absent where the network came from no file. */
  readonly readAs?: ReadAs
  /** What was done to the source, counted: “merged 3 parallel channels”. */
  readonly notes?: readonly string[]
  /** Where it is known without a search; null where a search was given up. */
  readonly diameter?: number | null
  /** That some symmetry takes each processor to any other, so that every eccentricity is the diameter. */
  readonly alike?: boolean
}

/**
 * A connected undirected simple graph. Processor p owns the slots firstSlot(p) … firstSlot(p) + degree(p) − 1, one
 * per incident channel in its own numbering; the slots of p_0, p_1 … follow each other, and there are 2m < 2^32.
 */
export abstract class Graph implements Network {
  abstract readonly n: number
  abstract readonly m: number
  /** The largest number of channels of a processor. */
  abstract readonly degreeMax: number
  readonly details: GraphDetails
  readonly #processor = new Uint32Array(1)
  readonly #slot = new Uint32Array(1)
  readonly #receiver = new Uint32Array(1)
  readonly #mirror = new Uint32Array(1)

  constructor(details: GraphDetails) {
    this.details = details
  }

  /** By slot, the processor at the other end and its number for the channel; null where they are computed. */
  get stored(): { readonly neighbors: Uint32Array; readonly mirrors: Numbers } | null {
    return null
  }

  abstract firstSlot(processor: number): number
  abstract degree(processor: number): number

  /**
   * For the slots at `begin` to before `end`, each a slot of its sender: writes the processor at the other end to
   * `receivers`, and to `mirrors` that one's number for the channel. Allocates nothing. `slots` and `mirrors` may be the
   * same array.
   */
  abstract route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void

  /** Makes slots of the first `length` channels, of which channels[i] is one of processors[i], in place. */
  abstract toSlots(processors: Uint32Array, channels: Uint32Array, length: number): void

  /** Reads what `firstSlot` and `degree` will read for this processor; the result means nothing. */
  touch(processor: number): number {
    return processor
  }

  neighbor(processor: number, channel: Channel): number {
    this.#routeOne(processor, channel)
    return this.#receiver[0]!
  }

  /** The channel by which `neighbor(processor, channel)` knows the same channel. */
  mirror(processor: number, channel: Channel): Channel {
    this.#routeOne(processor, channel)
    return this.#mirror[0]!
  }

  #routeOne(processor: number, channel: Channel): void {
    this.#processor[0] = processor
    this.#slot[0] = this.firstSlot(processor) + channel
    this.route(this.#processor, this.#slot, 0, 1, this.#receiver, this.#mirror)
  }
}
