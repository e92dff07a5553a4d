import type { Graph, Orientation } from './graph.ts'

/**
 * Whether the numbers of the channels mean what an orientation says: on a ring, channels 0 and 1 lead on and back; on a
 * torus, channels 2i and 2i + 1 lead on and back in dimension i; on a hypercube, channel i leads there and back in
 * dimension i; on a complete graph, channel k leads k + 1 processors on, round a circle of all. Which processor has which
 * number does not matter. O(n · degree²) time, on a complete graph O(n²).
 */
export function isOriented(graph: Graph, orientation: NonNullable<Orientation>): boolean {
  const degree = graph.degree(0)
  if (orientation === 'complete') return leadsRound(graph, degree)
  const fits = {
    ring: degree === 2 && graph.n >= 3,
    torus: degree % 2 === 0 && degree > 0,
    hypercube: graph.n === 2 ** degree,
  }
  const back = (channel: number) => (orientation === 'hypercube' ? channel : channel ^ 1)
  return fits[orientation] && leadsBack(graph, degree, back) && commutes(graph, degree)
}

/** Whether, on a complete graph, channel k leads as far as channel 0 does in k + 1 steps. */
function leadsRound(graph: Graph, degree: number): boolean {
  if (degree !== graph.n - 1 || !leadsBack(graph, degree, (channel) => degree - 1 - channel)) return false
  for (let p = 0; p < graph.n; p++)
    for (let k = 1; k < degree; k++)
      if (graph.neighbor(p, k) !== graph.neighbor(graph.neighbor(p, k - 1), 0)) return false
  return true
}

/** Whether every processor has so many channels, and that of each number is that of the number `back` at its other end. */
function leadsBack(graph: Graph, degree: number, back: (channel: number) => number): boolean {
  for (let p = 0; p < graph.n; p++) {
    if (graph.degree(p) !== degree) return false
    for (let channel = 0; channel < degree; channel++)
      if (graph.mirror(p, channel) !== back(channel)) return false
  }
  return true
}

/** Whether a step in one dimension and one in another lead to the same place in either order. */
function commutes(graph: Graph, degree: number): boolean {
  for (let p = 0; p < graph.n; p++)
    for (let a = 0; a < degree; a++)
      for (let b = a + 1; b < degree; b++)
        if (graph.neighbor(graph.neighbor(p, a), b) !== graph.neighbor(graph.neighbor(p, b), a)) return false
  return true
}
