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
  const { moves, successors, store } = graph
  const goesOn: Follows = (at, move) => {
    const p = graph.mover(move)
    return (
      graph.section(at, p) !== remainder && graph.section(successors[at * moves + move]!, p) !== remainder
    )
  }
  const found = components(graph, new Uint8Array(store.count).fill(1), goesOn)
  for (let at = 0; at < store.count; at++)
    for (let move = 0; move < moves; move++) {
      const to = successors[at * moves + move]!
      if (to === none || found.of[to] !== found.of[at] || !goesOn(at, move)) continue
      return { stem: graph.scheduleTo(at), cycle: [move, ...wayWithin(graph, found, to, at, goesOn)] }
    }
  return null
}
