import type { Graph } from '../../topology/graph.ts'
import { neighborLists } from '../../topology/neighbor-lists.ts'

/**
 * The ways to rename the processors of a graph that leave its channels as they are: lists with the new name of each
 * processor. `keeps` may ask for more of a renaming: whether p may be called q.
 */
export function automorphisms(
  graph: Graph,
  keeps: (p: number, q: number) => boolean = () => true,
): number[][] {
  const { n } = graph
  const adjacent = neighborLists(graph).map((row) => new Set(row))
  const found: number[][] = []
  const names: number[] = []
  const extend = (): void => {
    const p = names.length
    if (p === n) found.push([...names])
    for (let q = 0; q < n && p < n; q++) {
      if (names.includes(q) || graph.degree(p) !== graph.degree(q) || !keeps(p, q)) continue
      if (names.some((name, other) => adjacent[p]!.has(other) !== adjacent[q]!.has(name))) continue
      names.push(q)
      extend()
      names.pop()
    }
  }
  extend()
  return found
}
