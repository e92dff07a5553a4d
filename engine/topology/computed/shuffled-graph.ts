import type { Random } from '../../random.ts'
import type { Graph } from '../graph.ts'
import { storedGraph } from '../stored-graph.ts'
import { KeyedPermutation } from './keyed-permutation.ts'
import { RegularGraph } from './regular-graph.ts'

/**
 * Up to so many slots the arrays (2 MiB) stay in the cache and take a few hundredths of a second to fill; a look-up
 * there is ten times as fast as a computation.
 */
const SMALL = 2 ** 18

/** The graph, each processor numbering its channels in a pseudo-random order; stored if it is small. */
export function shuffledRegularGraph(graph: RegularGraph, stream: Random): Graph {
  const shuffled = new ShuffledGraph(graph, stream)
  return 2 * graph.m <= SMALL ? storedGraph(shuffled) : shuffled
}

/** The graph with the channels of each processor in the order of its own keyed permutation. */
export class ShuffledGraph extends RegularGraph {
  readonly #graph: RegularGraph
  readonly #permutation: KeyedPermutation

  constructor(graph: RegularGraph, stream: Random) {
    const degree = graph.degree(0)
    const { orientation: _lost, ...details } = graph.details
    super(graph.n, degree, details)
    this.#graph = graph
    this.#permutation = new KeyedPermutation(degree, stream.bits(), stream.bits())
  }

  route(
    senders: Uint32Array,
    slots: Uint32Array,
    begin: number,
    end: number,
    receivers: Uint32Array,
    mirrors: Uint32Array,
  ): void {
    const permutation = this.#permutation
    for (let i = begin; i < end; i++) {
      const sender = senders[i]!
      const first = this.firstSlot(sender)
      mirrors[i] = first + permutation.at(permutation.key(sender), slots[i]! - first)
    }
    this.#graph.route(senders, mirrors, begin, end, receivers, mirrors)
    for (let i = begin; i < end; i++)
      mirrors[i] = permutation.placeOf(permutation.key(receivers[i]!), mirrors[i]!)
  }
}
