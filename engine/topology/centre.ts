import { breadthFirst } from './distances.ts'
import { eccentricities } from './eccentricities.ts'
import type { Graph } from './graph.ts'
import { multiples } from './multiples.ts'

/** Up to this many processors all eccentricities are computed. */
const EXACT = 2048

/**
 * A processor of least eccentricity: up to 2048 processors, and where all are alike, the first such. Beyond, the middle of a longest path
 * found by two sweeps, which is a centre on trees and an estimate elsewhere.
 */
export function centre(graph: Graph): number {
  if (graph.details.alike) return 0
  if (graph.n <= EXACT) return firstWith(graph, (all) => Math.min(...all))
  const { sweep } = twoSweeps(graph)
  let p = farthest(sweep.distances)
  for (let steps = Math.floor(sweep.eccentricity / 2); steps > 0; steps--)
    p = graph.neighbor(p, sweep.parentChannels[p]!)
  return p
}

/**
 * A processor of greatest eccentricity: up to 2048 processors, and where all are alike, the first such. Beyond, the end of a longest path
 * found by two sweeps, which is right on trees and an estimate elsewhere.
 */
export function periphery(graph: Graph): number {
  if (graph.details.alike) return 0
  if (graph.n <= EXACT) return firstWith(graph, (all) => Math.max(...all))
  return twoSweeps(graph).start
}

function firstWith(graph: Graph, wanted: (all: Int32Array) => number): number {
  const all = eccentricities(graph, multiples(graph.n, 1))
  return all.indexOf(wanted(all))
}

/** The processor farthest from processor 0, and a breadth-first search from there. */
function twoSweeps(graph: Graph) {
  const start = farthest(breadthFirst(graph, 0).distances)
  return { start, sweep: breadthFirst(graph, start) }
}

/** The first of those at the largest distance. */
function farthest(distances: Int32Array): number {
  return distances.reduce((best, distance, p) => (distance > distances[best]! ? p : best), 0)
}
