import { ComputedInstance } from '../../instance.ts'
import type { Graph } from '../../topology/graph.ts'
import { channelNumbers, StoredGraph } from '../../topology/stored-graph.ts'
import { channelsInOrder } from '../../weights/channels-in-order.ts'
import { weightsByEnds } from '../../weights/weights-by-ends.ts'

/**
 * The instances with one processor less. On a ring, its neighbours are joined; elsewhere its channels go with it, and the
 * network must stay connected. The root stays, and somebody wakes at time 0.
 */
export function* smallerInstances(
  instance: ComputedInstance,
  keepRoot: boolean,
): Generator<ComputedInstance> {
  const { network, ids, values, fields, root, wakeTimes } = instance
  for (let out = network.n - 1; out >= 0; out--) {
    if (keepRoot && out === root) continue
    const graph = without(network, out)
    const rest = <T>(list: ArrayLike<T>): T[] => Array.from(list).filter((_, p) => p !== out)
    if (graph === null || !rest(wakeTimes).includes(0)) continue
    yield new ComputedInstance(graph, {
      ids: rest(ids),
      values: rest(values),
      fields: Object.fromEntries(Object.entries(fields).map(([name, list]) => [name, rest(list)])),
      root: root > out ? root - 1 : root === out ? 0 : root,
      weights: weightsWithout(instance, graph, out),
      wakeTimes: rest(wakeTimes),
    })
  }
}

/** The weights that channels keep; the one that closes a ring again has the weight of a channel that went. */
function weightsWithout(
  { network, weights }: ComputedInstance,
  smaller: Graph,
  out: number,
): number[] | null {
  if (weights === null) return null
  const weightOf = weightsByEnds(network, weights)
  const gone = weightOf(out, network.neighbor(out, 0))!
  const before = (p: number): number => (p < out ? p : p + 1)
  const rest: number[] = []
  channelsInOrder(smaller, (p, q) => rest.push(weightOf(before(p), before(q)) ?? gone))
  return rest
}

/** The network without a processor; null if there is none that is connected. */
function without(network: Graph, out: number): Graph | null {
  const { n, details } = network
  if (n < 2) return null
  const ring = details.orientation === 'ring'
  if (ring && n < 4) return null
  const lists = Array.from({ length: n }, (_, p) =>
    Array.from({ length: network.degree(p) }, (_, channel) => {
      const q = network.neighbor(p, channel)
      // On a ring, whoever led to the processor leads to the one behind it.
      return ring && q === out ? network.neighbor(out, channel) : q
    }).filter((q) => q !== out),
  ).filter((_, p) => p !== out)
  const renamed = lists.map((row) => row.map((q) => (q > out ? q - 1 : q)))
  return isConnected(renamed) ? stored(renamed, ring ? 'ring' : null) : null
}

function isConnected(lists: readonly (readonly number[])[]): boolean {
  const reached = new Set([0])
  for (const p of reached) for (const q of lists[p]!) reached.add(q)
  return reached.size === lists.length
}

function stored(lists: readonly (readonly number[])[], orientation: 'ring' | null): StoredGraph {
  const offsets = new Uint32Array(lists.length + 1)
  for (const [p, row] of lists.entries()) offsets[p + 1] = offsets[p]! + row.length
  const mirrors = channelNumbers(offsets[lists.length]!, Math.max(0, ...lists.map((row) => row.length)))
  for (const [p, row] of lists.entries())
    for (const [channel, q] of row.entries()) mirrors[offsets[p]! + channel] = lists[q]!.indexOf(p)
  return new StoredGraph(offsets, Uint32Array.from(lists.flat()), mirrors, { orientation })
}
