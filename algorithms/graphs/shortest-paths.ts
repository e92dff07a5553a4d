/** Shortest paths from the root: what processors that look for them are held to. */
import { Heap } from 'heap-js'
import {
  type Channel,
  type ConfigurationView,
  channelsInOrder,
  type Finding,
  type Instance,
  type InstanceQuantity,
} from '../../engine/index.ts'
import { depths } from '../spanning-tree/trees.ts'

/** A processor that knows its distance from the root, −1 before it knows any, and the channel that leads there. */
interface DistanceState {
  readonly distance: number
  readonly parent: Channel | null
}

/**
 * The parents form a spanning tree, along which distances are the lengths of paths, and no channel is shorter than the
 * difference between its ends: so there is no shorter path.
 */
export function shortestPathTree({ instance, states }: ConfigurationView<DistanceState>): Finding {
  const { network, weights, root } = instance
  const tree = depths(
    network,
    states.map(({ parent }) => parent),
    root,
  )
  if (typeof tree === 'string') return tree
  if (states[root]!.distance !== 0) return `the root p_${root} has the distance ${states[root]!.distance}`
  let next = 0
  let found: Finding = true
  channelsInOrder(network, (p, q) => {
    const weight = weights![next++]!
    const [near, far] = states[p]!.distance < states[q]!.distance ? [p, q] : [q, p]
    const length = states[far]!.distance - states[near]!.distance
    if (!isAtMost(length, weight)) found = `p_${far} is ${length} farther than p_${near}, ${weight} away`
    for (const [child, parent] of [
      [p, q],
      [q, p],
    ] as const)
      if (leadsTo(child, parent) && !isAtMost(weight, states[child]!.distance - states[parent]!.distance))
        found = `p_${child} is not at the end of the path through p_${parent}`
  })
  return found

  function leadsTo(child: number, parent: number): boolean {
    const channel = states[child]!.parent
    return channel !== null && network.neighbor(child, channel) === parent
  }
}

/** Lengths of paths are sums of weights, which are rounded unless they are whole. */
const isAtMost = (a: number, b: number): boolean => a <= b + 1e-9 * Math.max(1, Math.abs(b))

const known = new WeakMap<Instance, number>()

/** In how many channels all shortest distances are reached: of several shortest paths, the one of fewest channels. */
export const pathHops: InstanceQuantity = {
  description: 'the most channels on a shortest path from the root, of several the one of fewest',
  value(instance) {
    const found = known.get(instance) ?? hopsOf(instance)
    known.set(instance, found)
    return found
  },
}

interface Reached {
  readonly p: number
  readonly distance: number
  readonly hops: number
}

/** Dijkstra's algorithm, where shorter means of less weight, or of the same weight and fewer channels. */
function hopsOf({ network, weights, root }: Instance): number {
  const rows: { readonly q: number; readonly weight: number }[][] = Array.from(
    { length: network.n },
    () => [],
  )
  let next = 0
  channelsInOrder(network, (p, q) => {
    const weight = weights![next++]!
    rows[p]!.push({ q, weight })
    rows[q]!.push({ q: p, weight })
  })
  const isDone = new Uint8Array(network.n)
  const nearest = new Heap<Reached>((a, b) => a.distance - b.distance || a.hops - b.hops)
  nearest.push({ p: root, distance: 0, hops: 0 })
  let most = 0
  for (let one = nearest.pop(); one !== undefined; one = nearest.pop()) {
    if (isDone[one.p] === 1) continue
    isDone[one.p] = 1
    most = Math.max(most, one.hops)
    for (const { q, weight } of rows[one.p]!)
      if (isDone[q] === 0) nearest.push({ p: q, distance: one.distance + weight, hops: one.hops + 1 })
  }
  return most
}
