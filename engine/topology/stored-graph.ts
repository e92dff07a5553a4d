import { InputError } from '../errors.ts'
import { ChannelRow } from './channel-row.ts'
import { Graph, type GraphDetails, type Numbers } from './graph.ts'
import { needsRoomFor } from './sizes.ts'

/**
 * A graph in compressed rows of typed arrays: offsets[p] is the first slot of p, neighbors[s] the processor at the
 * other end of slot s, mirrors[s] that one's number for the channel. Memory: 10 m + 4 n bytes if no degree exceeds 256.
 */
export class StoredGraph extends Graph {
  readonly n: number
  readonly m: number
  readonly offsets: Uint32Array
  readonly neighbors: Uint32Array
  readonly mirrors: Numbers
  readonly degreeMax: number
  /** Keeps what is read beforehand from being optimised away. */
  touched = 0

  constructor(offsets: Uint32Array, neighbors: Uint32Array, mirrors: Numbers, details: GraphDetails = {}) {
    super(details)
    this.n = offsets.length - 1
    this.m = neighbors.length / 2
    this.offsets = offsets
    this.neighbors = neighbors
    this.mirrors = mirrors
    this.degreeMax = largestDegree(offsets)
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

  toSlots(processors: Uint32Array, channels: Uint32Array, length: number): void {
    const { offsets } = this
    for (let i = 0; i < length; i++) channels[i]! += offsets[processors[i]!]!
  }

  override touch(processor: number): number {
    return this.offsets[processor]!
  }

  route(
    _senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const { neighbors, mirrors: numbers } = this
    // Reads one slot in four beforehand: rows that are not in the cache then come together, not one after the other.
    let sum = 0
    for (let i = begin; i < end; i += 4) {
      const slot = slots[i]!
      sum += neighbors[slot]! + numbers[slot]!
    }
    this.touched = sum
    for (let i = begin; i < end; i++) {
      const slot = slots[i]!
      receivers[i] = neighbors[slot]!
      mirrors[i] = numbers[slot]!
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
  const mirrors = channelNumbers(2 * m, largestDegree(offsets))
  for (let i = 0; i < m; i++) {
    const a = u[i]!
    const b = v[i]!
    const slotA = next[a]!++
    const slotB = next[b]!++
    neighbors[slotA] = b
    neighbors[slotB] = a
    mirrors[slotA] = slotB - offsets[b]!
    mirrors[slotB] = slotA - offsets[a]!
  }
  return new StoredGraph(offsets, neighbors, mirrors, details)
}

/** Room for so many numbers of channels, where no processor has more than `degreeMax`. */
export function channelNumbers(length: number, degreeMax: number): Numbers {
  if (degreeMax <= 2 ** 8) return new Uint8Array(length)
  return degreeMax <= 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
}

function largestDegree(offsets: Uint32Array): number {
  let largest = 0
  for (let p = 1; p < offsets.length; p++) largest = Math.max(largest, offsets[p]! - offsets[p - 1]!)
  return largest
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
  const mirrors = channelNumbers(2 * m, graph.degreeMax)
  const row = new ChannelRow(graph)
  for (let p = 0; p < n; p++) {
    row.read(p)
    neighbors.set(row.neighbors.subarray(row.begin, row.end), offsets[p])
    mirrors.set(row.mirrors.subarray(row.begin, row.end), offsets[p])
    offsets[p + 1] = offsets[p]! + row.end - row.begin
  }
  return new StoredGraph(offsets, neighbors, mirrors, details)
}
