import type { Random } from '../../random.ts'
import type { StoredGraph } from '../../topology/stored-graph.ts'
import type { Gene, Space } from './gene.ts'
import { variedOrder } from './orders.ts'

/** The numbers of the channels, by slot of the network as given: at each processor a permutation of 0 … degree − 1. */
export const portsGene: Gene<Uint32Array> = {
  natural: ({ graph }, random) => [
    sampledPorts(graph, random),
    portsBy(graph, (neighbor) => neighbor),
    portsBy(graph, (neighbor) => -neighbor),
    portsBy(graph, (neighbor) => graph.degree(neighbor)),
    portsBy(graph, (neighbor) => -graph.degree(neighbor)),
  ],

  sampled: ({ graph }, random) => sampledPorts(graph, random),

  varied(ports, { graph }, random) {
    const varied = ports.slice()
    // A random slot's owner, so that those with many channels come more often.
    const [first, end] = rowOf(graph, random.integer(Math.max(1, ports.length)))
    varied.set(variedOrder(ports.slice(first, end), random), first)
    return varied
  },

  crossed(a, b, { graph }, random) {
    const crossed = a.slice()
    for (let p = 0; p < graph.n; p++) {
      if (random.integer(2) === 0) continue
      const first = graph.firstSlot(p)
      crossed.set(b.subarray(first, first + graph.degree(p)), first)
    }
    return crossed
  },
}

/** Channels numbered by a figure of the neighbour, ascending; at equal figures in the order given. */
export function portsBy(graph: StoredGraph, figure: (neighbor: number) => number): Uint32Array {
  const { n, m, neighbors } = graph
  const ports = new Uint32Array(2 * m)
  for (let p = 0; p < n; p++) {
    const first = graph.firstSlot(p)
    Uint32Array.from({ length: graph.degree(p) }, (_, channel) => first + channel)
      .sort((s, t) => figure(neighbors[s]!) - figure(neighbors[t]!) || s - t)
      .forEach((slot, channel) => {
        ports[slot] = channel
      })
  }
  return ports
}

function sampledPorts(graph: Space['graph'], random: Random): Uint32Array {
  const ports = new Uint32Array(2 * graph.m)
  for (let p = 0; p < graph.n; p++) ports.set(random.permutation(graph.degree(p)), graph.firstSlot(p))
  return ports
}

/** The slots of the processor that has this one: from the first to before the last. */
function rowOf({ offsets }: StoredGraph, slot: number): readonly [number, number] {
  let low = 0
  let high = offsets.length - 2
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (offsets[middle]! <= slot) low = middle
    else high = middle - 1
  }
  return [offsets[low]!, offsets[low + 1]!]
}
