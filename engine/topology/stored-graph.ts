import { InputError } from '../errors.ts'
import { ChannelRow } from './channel-row.ts'
import { Graph, type GraphDetails } from './graph.ts'
import { needsRoomFor } from './sizes.ts'

/**
 * A graph in compressed rows of typed arrays: offsets[p] is the first slot of p, neighbors[s] the processor at the
 * other end of slot s, mirrors[s] the slot by which that end knows the channel. Memory: 16 m + 4 n bytes.
 */
export class StoredGraph extends Graph {
  readonly n: number
  readonly m: number
  readonly offsets: Uint32Array
  readonly neighbors: Uint32Array
  readonly mirrors: Uint32Array

  constructor(
    offsets: Uint32Array,
    neighbors: Uint32Array,
    mirrors: Uint32Array,
    details: GraphDetails = {},
  ) {
    super(details)
    this.n = offsets.length - 1
    this.m = neighbors.length / 2
    this.offsets = offsets
    this.neighbors = neighbors
    this.mirrors = mirrors
  }

  override get stored(): this {
    return this
  }

  firstSlot(processor: number): number {
    return this.offsets[processor]!
  }

  degree(processor: number): number {
    return this.offsets[processor + 1]! - this.offsets[processor]!
  }

  override touch(processor: number): number {
    const first = this.offsets[processor]!
    const last = this.offsets[processor + 1]! - 1
    return this.neighbors[first]! + this.mirrors[first]! + this.neighbors[last]! + this.mirrors[last]!
  }

  route(
    _sender: number,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const { neighbors, mirrors: mirrorSlots } = this
    for (let i = begin; i < end; i++) {
      const slot = slots[i]!
      receivers[i] = neighbors[slot]!
      mirrors[i] = mirrorSlots[slot]!
    }
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
): StoredGraph {
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
  return new StoredGraph(offsets, neighbors, mirrors, details)
}

/** The same graph in arrays, whose channels must fit into memory. */
export function storedGraph(graph: Graph): StoredGraph {
  if (graph instanceof StoredGraph) return graph
  const problem = needsRoomFor(graph.m)
  if (problem !== null)
    throw new InputError(`to sort the channels of this network takes ${problem}; leave out ports=sorted`)
  const { n, m, details } = graph
  const offsets = new Uint32Array(n + 1)
  const neighbors = new Uint32Array(2 * m)
  const mirrors = new Uint32Array(2 * m)
  const row = new ChannelRow(graph)
  for (let p = 0; p < n; p++) {
    row.read(p)
    neighbors.set(row.neighbors.subarray(row.begin, row.end), offsets[p])
    mirrors.set(row.mirrors.subarray(row.begin, row.end), offsets[p])
    offsets[p + 1] = offsets[p]! + row.end - row.begin
  }
  return new StoredGraph(offsets, neighbors, mirrors, details)
}
