import { type Components, components, wayWithin } from './components.ts'
import type { Lasso } from './fair-cycles.ts'
import { none, type StepGraph } from './graph.ts'

/**
 * The largest cost of a stretch of an execution, over all executions: its value and an execution that attains it; or that
 * it has no bound, with a cycle that can be repeated as often as one likes and adds to the cost each time.
 */
export type LargestCost =
  | { readonly kind: 'bounded'; readonly value: number; readonly schedule: readonly number[] }
  | ({ readonly kind: 'unbounded' } & Lasso)

/** A stretch of executions: where it goes on, and what its steps cost. */
export interface Stretch {
  /** The configurations in which it goes on: 1. */
  readonly inside: Uint8Array
  /** What a move from a configuration costs; those that lead out of it end it. */
  cost(at: number, move: number): number
  /** What the step that begins it costs, if one does; null if this step begins none. */
  begins(at: number, move: number): number | null
  /** Whether a step that leads out of it ends it as it should. */
  ends(at: number, move: number): boolean
  /** Whether the step that begins it can end it, too. */
  readonly canBeOneStep?: true
}

/** The larger one of two. */
export function larger(a: LargestCost | undefined, b: LargestCost): LargestCost {
  if (a === undefined || b.kind === 'unbounded') return b
  return a.kind === 'unbounded' || a.value >= b.value ? a : b
}

/**
 * The most that a stretch costs. Steps within a strongly connected component cost nothing, or there is no bound; from
 * component to component the most is that of the best way on. Null if no stretch ever ends.
 */
export function longest(graph: StepGraph, stretch: Stretch): LargestCost | null {
  const found = components(graph, stretch.inside)
  const { moves, successors, store } = graph
  const best = new Float64Array(found.count).fill(Number.NEGATIVE_INFINITY)
  // The way on from a component: a configuration and a move, in one number.
  const ways = new Float64Array(found.count).fill(-1)
  for (let component = 0; component < found.count; component++)
    for (let i = found.begins[component]!; i < found.begins[component + 1]!; i++) {
      const at = found.members[i]!
      for (let move = 0; move < moves; move++) {
        const to = successors[at * moves + move]!
        if (to === none) continue
        const cost = stretch.cost(at, move)
        if (found.of[to] === component) {
          if (cost > 0) return unbounded(graph, found, at, move)
          continue
        }
        const isInside = found.of[to]! >= 0
        if (!isInside && !stretch.ends(at, move)) continue
        const total = cost + (isInside ? best[found.of[to]!]! : 0)
        if (total <= best[component]!) continue
        best[component] = total
        ways[component] = at * moves + move
      }
    }
  let most = Number.NEGATIVE_INFINITY
  let first = -1
  for (let at = 0; at < store.count; at++)
    for (let move = 0; move < moves; move++) {
      const to = successors[at * moves + move]!
      if (to === none) continue
      const isInside = found.of[to]! >= 0
      if (!isInside && stretch.canBeOneStep !== true) continue
      const cost = stretch.begins(at, move)
      const onward = isInside ? best[found.of[to]!]! : 0
      if (cost === null || cost + onward <= most) continue
      most = cost + onward
      first = at * moves + move
    }
  if (first < 0 || most === Number.NEGATIVE_INFINITY) return null
  return { kind: 'bounded', value: most, schedule: followed(graph, found, ways, first) }
}

function unbounded(graph: StepGraph, found: Components, at: number, move: number): LargestCost {
  const to = graph.successors[at * graph.moves + move]!
  return { kind: 'unbounded', stem: graph.scheduleTo(at), cycle: [move, ...wayWithin(graph, found, to, at)] }
}

/** The execution that begins with a step and then goes the best way. */
function followed(graph: StepGraph, found: Components, ways: Float64Array, first: number): number[] {
  const { moves, successors } = graph
  const schedule = [...graph.scheduleTo(Math.floor(first / moves)), first % moves]
  let here = successors[first]!
  while (found.of[here]! >= 0) {
    const way = ways[found.of[here]!]!
    const from = Math.floor(way / moves)
    schedule.push(...wayWithin(graph, found, here, from), way % moves)
    here = successors[way]!
  }
  return schedule
}
