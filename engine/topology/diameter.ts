import { breadthFirst } from './distances.ts'
import type { Graph } from './graph.ts'

/** The exact diameter, from the family's closed form or by search; null where it would take too many sweeps. */
export function exactDiameter(graph: Graph): number | null {
  if (graph.details.diameter !== undefined) return graph.details.diameter
  let diameter = 0
  for (let p = 0; p < graph.n; p++) diameter = Math.max(diameter, breadthFirst(graph, p).eccentricity)
  return diameter
}
