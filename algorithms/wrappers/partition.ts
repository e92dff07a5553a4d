import type { Channel, Network } from '../../engine/index.ts'

/** A network in clusters, each with a breadth-first tree from its leader. Arrays are by processor. */
interface Partition {
  /** By cluster, its leader. */
  readonly leaders: readonly number[]
  readonly cluster: Int32Array
  /** The channel to the parent in the cluster's tree; −1 at a leader. */
  readonly parent: Int32Array
  /** The distance from the leader in the tree. */
  readonly depth: Int32Array
  readonly children: readonly (readonly Channel[])[]
  /** The channels that were chosen to join clusters: one for each two that have a channel between them. */
  readonly preferred: readonly (readonly Channel[])[]
  readonly preferredCount: number
  readonly depthMax: number
}

/**
 * Awerbuch's partition: a cluster takes in one breadth-first layer after the other, as long as the next has more than K − 1
 * times as many processors as the cluster. So a cluster grows at least K-fold with each layer, and no tree is deeper than
 * log_K n; where it stops, at most K − 1 later clusters for each of its processors are next to it, so that in all at most
 * (K − 1)n channels are preferred. Awerbuch 1985.
 */
function partition(network: Network, K: number): Partition {
  const { n } = network
  const leaders: number[] = []
  const cluster = new Int32Array(n).fill(-1)
  const parent = new Int32Array(n).fill(-1)
  const depth = new Int32Array(n)
  const children: Channel[][] = Array.from({ length: n }, () => [])
  /** For each processor of the layer, those that it finds first. */
  const next = (layer: readonly number[]): { readonly p: number; readonly via: Channel }[] => {
    const found = new Map<number, { readonly p: number; readonly via: Channel }>()
    for (const p of layer)
      for (let via = 0; via < network.degree(p); via++) {
        const q = network.neighbor(p, via)
        if (cluster[q] === -1 && !found.has(q)) found.set(q, { p, via })
      }
    return [...found.values()]
  }
  for (let leader = 0; leader < n; leader++) {
    if (cluster[leader] !== -1) continue
    const own = leaders.push(leader) - 1
    cluster[leader] = own
    let size = 1
    let layer = [leader]
    for (let found = next(layer); found.length > (K - 1) * size; found = next(layer)) {
      layer = found.map(({ p, via }) => {
        const q = network.neighbor(p, via)
        cluster[q] = own
        parent[q] = channelTo(network, q, p)
        depth[q] = depth[p]! + 1
        children[p]!.push(via)
        return q
      })
      size += layer.length
    }
  }
  const { preferred, count } = preferredChannels(network, cluster)
  const depthMax = depth.reduce((a, b) => Math.max(a, b), 0)
  return { leaders, cluster, parent, depth, children, preferred, preferredCount: count, depthMax }
}

/** For each two clusters with a channel between them, the first such channel, at both its ends. */
function preferredChannels(
  network: Network,
  cluster: Int32Array,
): { readonly preferred: Channel[][]; readonly count: number } {
  const preferred: Channel[][] = Array.from({ length: network.n }, () => [])
  const joined = new Set<number>()
  for (let p = 0; p < network.n; p++)
    for (let channel = 0; channel < network.degree(p); channel++) {
      const q = network.neighbor(p, channel)
      const [a, b] = [cluster[p]!, cluster[q]!]
      if (a >= b || joined.has(a * network.n + b)) continue
      joined.add(a * network.n + b)
      preferred[p]!.push(channel)
      preferred[q]!.push(channelTo(network, q, p))
    }
  return { preferred, count: joined.size }
}

function channelTo(network: Network, from: number, to: number): Channel {
  let channel = 0
  while (network.neighbor(from, channel) !== to) channel++
  return channel
}

const known = new WeakMap<Network, Map<number, Partition>>()

/** The same, computed once for each network and K. */
export function partitionOf(network: Network, K: number): Partition {
  const byK = known.get(network) ?? new Map<number, Partition>()
  known.set(network, byK)
  const found = byK.get(K) ?? partition(network, K)
  byK.set(K, found)
  return found
}
