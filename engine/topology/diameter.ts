import { breadthFirst } from './distances.ts'
import { eccentricities, TOGETHER } from './eccentricities.ts'
import type { Graph } from './graph.ts'
import { multiples } from './multiples.ts'
import { SMALL, smallDiameter } from './small-diameter.ts'

/** Sweeps that narrow the candidates down before the rest are searched from. */
const SWEEPS = 16
/** After so many of them a network shows whether they help. */
const TRIAL = 4
/** What the sweeps may cost, in sweeps times the size of the graph: some ten seconds. */
const SWEEPS_BUDGET = 2 ** 28
/** Up to this many processors the diameter is always found. */
const ALWAYS = 2048
/** Up to this many candidates that are left are always searched from. */
const FEW = 2 * TOGETHER
/** Beyond, what the searches may cost, in candidates times the size of the graph. */
const BUDGET = 2 ** 27

/**
 * The exact diameter: the family's closed form, or by search; null where that would take too long. Whether it does
 * depends on the graph alone: never up to 2048 processors, on trees, and up to some 10^6 processors on most networks
 * that lie in the plane; but on G(n, p) of degree 8 from about n = 4000.
 *
 * Each breadth-first sweep from w bounds every eccentricity: max(d, ecc(w) − d) ≤ ecc(v) ≤ ecc(w) + d, where d is the
 * distance of v from w. Processors whose upper bound exceeds the largest eccentricity found remain candidates
 * (Takes & Kosters 2011); from those left after some sweeps, searches run together.
 */
export function exactDiameter(graph: Graph): number | null {
  if (graph.details.diameter !== undefined) return graph.details.diameter
  const { n, m } = graph
  if (n <= SMALL) return smallDiameter(graph)
  if (m === n - 1) return breadthFirst(graph, breadthFirst(graph, 0).order.at(-1)!).eccentricity
  const sweeps = Math.min(SWEEPS, Math.floor(SWEEPS_BUDGET / (n + 2 * m)))
  if (sweeps < TRIAL) return null
  const lower = new Int32Array(n)
  const upper = new Int32Array(n).fill(n)
  let candidates = multiples(n, 1)
  let diameter = 0
  for (let sweep = 0; sweep < sweeps && candidates.length > 0; sweep++) {
    if (sweep === TRIAL && candidates.length > n / 2) break
    const source = sweep % 2 === 0 ? mostOf(upper, candidates, graph) : leastOf(lower, candidates, graph)
    const { distances, eccentricity } = breadthFirst(graph, source)
    diameter = Math.max(diameter, eccentricity)
    for (let i = 0; i < candidates.length; i++) {
      const v = candidates[i]!
      const distance = distances[v]!
      lower[v] = Math.max(lower[v]!, distance, eccentricity - distance)
      upper[v] = Math.min(upper[v]!, eccentricity + distance)
    }
    candidates = candidates.filter((v) => upper[v]! > diameter)
  }
  const affordable = n <= ALWAYS || candidates.length <= FEW || candidates.length * (n + 2 * m) <= BUDGET
  if (!affordable) return null
  while (candidates.length > 0) {
    diameter = Math.max(diameter, ...eccentricities(graph, candidates.subarray(0, TOGETHER)))
    candidates = candidates.subarray(TOGETHER).filter((v) => upper[v]! > diameter)
  }
  return diameter
}

/** The candidate with the largest bound; of those the one with the highest degree, then the first. */
function mostOf(bounds: Int32Array, candidates: Uint32Array, graph: Graph): number {
  return candidates.reduce((best, v) =>
    bounds[v]! > bounds[best]! || (bounds[v] === bounds[best] && graph.degree(v) > graph.degree(best))
      ? v
      : best,
  )
}

function leastOf(bounds: Int32Array, candidates: Uint32Array, graph: Graph): number {
  return mostOf(
    bounds.map((bound) => -bound),
    candidates,
    graph,
  )
}
