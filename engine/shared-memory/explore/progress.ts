import { components, type Follows, wayWithin } from './components.ts'
import { remainder } from './course.ts'
import type { Lasso } from './fair-cycles.ts'
import { none, type StepGraph } from './graph.ts'

/**
 * An execution in which steps are taken for ever and no operation ends; null if there is none. It is one of finitely many
 * configurations, so from some time on it repeats some of them. In these no operation begins either, for only as many could
 * as there are processors: all steps are of operations that were under way before and still are afterwards.
 */
export function endlessWithoutAnswer(graph: StepGraph): Lasso | null {
  const { n, successors, store } = graph
  const goesOn: Follows = (at, p) =>
    graph.section(at, p) !== remainder && graph.section(successors[at * n + p]!, p) !== remainder
  const found = components(graph, new Uint8Array(store.count).fill(1), goesOn)
  for (let at = 0; at < store.count; at++)
    for (let p = 0; p < n; p++) {
      const to = successors[at * n + p]!
      if (to === none || found.of[to] !== found.of[at] || !goesOn(at, p)) continue
      return { stem: graph.scheduleTo(at), cycle: [p, ...wayWithin(graph, found, to, at, goesOn)] }
    }
  return null
}
