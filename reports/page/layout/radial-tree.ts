import { breadthFirst, type Graph } from '../../../engine/index.ts'
import { fixed, type Layout, neighborsOf } from './layout.ts'

/**
 * The breadth-first tree from a processor in the middle, around which the others stand in rings by distance, each
 * within the wedge of its parent, whose width goes by the number of leaves. All places differ: by the ring, or by the
 * wedge.
 */
export function radialTree(network: Graph, centre = middleOf(network)): Layout {
  const { n } = network
  const children = childrenOf(network, centre)
  const leaves = leafCounts(children, centre)
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  const pending = [{ p: centre, depth: 0, from: 0, to: 2 * Math.PI }]
  for (const { p, depth, from, to } of pending) {
    const angle = (from + to) / 2
    x[p] = depth * Math.sin(angle)
    y[p] = -depth * Math.cos(angle)
    let start = from
    for (const child of children[p]!) {
      const end = start + ((to - from) * leaves[child]!) / leaves[p]!
      pending.push({ p: child, depth: depth + 1, from: start, to: end })
      start = end
    }
  }
  return fixed(x, y)
}

/** Half-way on a longest of the shortest paths that two sweeps find. */
function middleOf(network: Graph): number {
  const far = farthest(network, 0)
  const { distances } = breadthFirst(network, far)
  let p = farthest(network, far)
  for (let steps = distances[p]! >> 1; steps > 0; steps--)
    p = neighborsOf(network, p).find((q) => distances[q]! === distances[p]! - 1)!
  return p
}

function farthest(network: Graph, from: number): number {
  const { distances, eccentricity } = breadthFirst(network, from)
  return distances.indexOf(eccentricity)
}

/** In breadth-first order from the centre. */
function childrenOf(network: Graph, centre: number): number[][] {
  const children: number[][] = Array.from({ length: network.n }, () => [])
  const seen = new Uint8Array(network.n)
  seen[centre] = 1
  const queue = [centre]
  for (const p of queue)
    for (const q of neighborsOf(network, p).sort((a, b) => a - b)) {
      if (seen[q] === 1) continue
      seen[q] = 1
      children[p]!.push(q)
      queue.push(q)
    }
  return children
}

function leafCounts(children: readonly (readonly number[])[], centre: number): Float64Array {
  const order = [centre]
  for (const p of order) order.push(...children[p]!)
  const leaves = new Float64Array(children.length)
  for (const p of order.reverse())
    leaves[p] = children[p]!.reduce((sum, child) => sum + leaves[child]!, 0) || 1
  return leaves
}
