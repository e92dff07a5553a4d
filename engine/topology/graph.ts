import { InputError } from '../errors.ts'
import type { Channel, Network } from '../model.ts'
import type { Random } from '../random.ts'
import { multiples } from './multiples.ts'

/** Which consistent numbering of channels a graph carries; null if the numbering means nothing. */
export type Orientation = 'ring' | 'torus' | 'hypercube' | null

/** What a family can say beyond the channels themselves. */
export interface GraphDetails {
  readonly orientation?: Orientation
  /** The names of the processors in the source, for output. */
  readonly labels?: readonly string[]
  /** Positions in the plane, x and y in turn: 2n numbers. */
  readonly coordinates?: Float64Array
  /** What was done to the source, counted: “merged 3 parallel channels”. */
  readonly notes?: readonly string[]
  /** Where it is known without a search; null where a search was given up. */
  readonly diameter?: number | null
}

/**
 * A connected undirected simple graph in compressed rows of typed arrays.
 *
 * Processor p owns the slots offsets[p] … offsets[p + 1] − 1, one per incident channel in its own numbering.
 * neighbors[s] is the processor at the other end of slot s, mirrors[s] the slot by which that end knows the
 * channel. Memory: 16 m + 4 n bytes.
 */
export class Graph implements Network {
  readonly n: number
  readonly m: number
  readonly offsets: Uint32Array
  readonly neighbors: Uint32Array
  readonly mirrors: Uint32Array
  readonly details: GraphDetails

  constructor(
    offsets: Uint32Array,
    neighbors: Uint32Array,
    mirrors: Uint32Array,
    details: GraphDetails = {},
  ) {
    this.n = offsets.length - 1
    this.m = neighbors.length / 2
    this.offsets = offsets
    this.neighbors = neighbors
    this.mirrors = mirrors
    this.details = details
  }

  degree(processor: number): number {
    return this.offsets[processor + 1]! - this.offsets[processor]!
  }

  neighbor(processor: number, channel: Channel): number {
    return this.neighbors[this.offsets[processor]! + channel]!
  }

  /** The channel by which `neighbor(processor, channel)` knows the same channel. */
  mirror(processor: number, channel: Channel): Channel {
    const slot = this.offsets[processor]! + channel
    return this.mirrors[slot]! - this.offsets[this.neighbors[slot]!]!
  }
}

/**
 * The graph with channel {u[i], v[i]} for each i. Channels are numbered in the order of the list at each end, so
 * a list sorted by (u, v) with u < v numbers them by ascending neighbour. The list must have no self-loop and no
 * parallel channels; families guarantee it, files are cleaned first.
 */
export function graphFromChannels(
  n: number,
  u: ArrayLike<number>,
  v: ArrayLike<number>,
  details: GraphDetails = {},
): Graph {
  const m = u.length
  const offsets = new Uint32Array(n + 1)
  for (let i = 0; i < m; i++) {
    offsets[u[i]! + 1]!++
    offsets[v[i]! + 1]!++
  }
  for (let p = 0; p < n; p++) offsets[p + 1]! += offsets[p]!
  const next = offsets.slice(0, n)
  const neighbors = new Uint32Array(2 * m)
  const mirrors = new Uint32Array(2 * m)
  for (let i = 0; i < m; i++) {
    const a = u[i]!
    const b = v[i]!
    const slotA = next[a]!++
    const slotB = next[b]!++
    neighbors[slotA] = b
    neighbors[slotB] = a
    mirrors[slotA] = slotB
    mirrors[slotB] = slotA
  }
  return new Graph(offsets, neighbors, mirrors, details)
}

/** The same graph, each processor numbering its channels by ascending neighbour. */
export function withSortedChannels(graph: Graph): Graph {
  return renumbered(graph, (row) => row.sort((s, t) => graph.neighbors[s]! - graph.neighbors[t]!))
}

/** The same graph, each processor numbering its channels in a random order. */
export function withShuffledChannels(graph: Graph, stream: Random): Graph {
  return renumbered(graph, (row) => stream.shuffle(row))
}

/** The graph with the slots of each processor put in the order that `arrange` gives them. */
function renumbered(graph: Graph, arrange: (slots: Uint32Array) => Uint32Array): Graph {
  const slots = multiples(2 * graph.m, 1)
  for (let p = 0; p < graph.n; p++) arrange(slots.subarray(graph.offsets[p]!, graph.offsets[p + 1]!))
  const placeOf = new Uint32Array(slots.length)
  for (let place = 0; place < slots.length; place++) placeOf[slots[place]!] = place
  const neighbors = new Uint32Array(slots.length)
  const mirrors = new Uint32Array(slots.length)
  for (let place = 0; place < slots.length; place++) {
    const slot = slots[place]!
    neighbors[place] = graph.neighbors[slot]!
    mirrors[place] = placeOf[graph.mirrors[slot]!]!
  }
  const { orientation: _lost, ...details } = graph.details
  return new Graph(graph.offsets, neighbors, mirrors, details)
}

/** Throws unless every processor can be reached from processor 0. */
export function assertConnected(graph: Graph, name: string): void {
  const { n, offsets, neighbors } = graph
  const seen = new Uint8Array(n)
  const stack = new Uint32Array(n)
  let reached = n === 0 ? 0 : 1
  let top = reached
  seen[0] = 1
  while (top > 0) {
    const p = stack[--top]!
    for (let s = offsets[p]!; s < offsets[p + 1]!; s++) {
      const q = neighbors[s]!
      if (seen[q] === 1) continue
      seen[q] = 1
      stack[top++] = q
      reached++
    }
  }
  if (reached < n)
    throw new InputError(
      `${name} is not connected: only ${reached} of its ${n} processors can be reached from one`,
    )
}
