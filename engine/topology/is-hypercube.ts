import type { Graph } from './graph.ts'

/**
 * Whether a connected graph is a hypercube, however its channels are numbered: it has 2^d processors of d channels, and
 * no two have other than no or two common neighbours. That d channels then lead to 2^d processors at most, and to so many
 * only on the hypercube, is a theorem of Mulder (1979). O(n · d²) time.
 */
export function isHypercube(graph: Graph): boolean {
  const degree = graph.degree(0)
  if (graph.n !== 2 ** degree) return false
  for (let p = 0; p < graph.n; p++) if (graph.degree(p) !== degree || !sharesInPairs(graph, p)) return false
  return true
}

/** Whether every other processor that can be reached in two steps is so in two ways. */
function sharesInPairs(graph: Graph, p: number): boolean {
  const ways = new Map<number, number>()
  for (let a = 0; a < graph.degree(p); a++) {
    const between = graph.neighbor(p, a)
    for (let b = 0; b < graph.degree(between); b++) {
      const end = graph.neighbor(between, b)
      ways.set(end, (ways.get(end) ?? 0) + 1)
    }
  }
  ways.delete(p)
  return [...ways.values()].every((count) => count === 2)
}
