import {
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import type { Graph } from '../../../engine/index.ts'
import { forEachChannel, type Layout } from './layout.ts'
import { radialTree } from './radial-tree.ts'

/**
 * Channels pull, processors push each other away, from a breadth-first tree on; the same for the same network, since
 * the forces draw their random numbers from a generator of a fixed seed.
 */
export function force(network: Graph): Layout {
  const { n, m } = network
  const start = radialTree(network)
  const nodes: SimulationNodeDatum[] = Array.from({ length: n }, (_, p) => ({
    x: 30 * start.x[p]!,
    y: 30 * start.y[p]!,
  }))
  const links: SimulationLinkDatum<SimulationNodeDatum>[] = []
  forEachChannel(network, (source, target) => links.push({ source, target }))
  const simulation = forceSimulation(nodes)
    .stop()
    .force(
      'links',
      forceLink(links)
        .distance(30)
        .iterations(n < 200 ? 3 : 1),
    )
    .force('apart', forceManyBody().strength(-90).theta(1))
    .force('x', forceX().strength(0.03))
    .force('y', forceY().strength(0.03))
  // The more there is to compute in a step, the fewer steps.
  const steps = Math.max(40, Math.min(300, Math.round(150_000 / (n + m))))
  simulation.alphaDecay(1 - 0.001 ** (1 / steps))
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  const take = (): void => {
    for (const [p, node] of nodes.entries()) {
      x[p] = node.x!
      y[p] = node.y!
    }
  }
  take()
  // About as much work at each call, whatever the size.
  const atOnce = Math.max(1, Math.round(12_000 / (n + m)))
  let left = steps
  return {
    x,
    y,
    bend: () => 0,
    settle() {
      const now = Math.min(left, atOnce)
      simulation.tick(now)
      take()
      left -= now
      return left > 0
    },
  }
}
