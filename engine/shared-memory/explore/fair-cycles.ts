import { type Components, components, wayWithin } from './components.ts'
import { critical, entry, remainder } from './course.ts'
import { none, type StepGraph } from './graph.ts'

/** An execution that does not end: the steps of the cycle are repeated for ever. */
export interface Lasso {
  /** Who takes the steps, one after the other. */
  readonly stem: readonly number[]
  readonly cycle: readonly number[]
}

/**
 * An admissible execution in which a processor is in its entry section for ever, or null if there is none. It is one of
 * finitely many configurations, so from some time on it goes round in a strongly connected component of those in which the
 * processor is in its entry. It is admissible if each of the others either takes steps there or rests in its remainder section.
 */
export function lockout(graph: StepGraph, victim: number): Lasso | null {
  return fairCycle(graph, (at) => graph.section(at, victim) === entry)
}

/** One in which some processor is in its entry section and nobody is ever in its critical section again. */
export function deadlock(graph: StepGraph): Lasso | null {
  return fairCycle(graph, (at) => {
    let waiting = false
    for (let p = 0; p < graph.n; p++) {
      const section = graph.section(at, p)
      if (section === critical) return false
      if (section === entry) waiting = true
    }
    return waiting
  })
}

function fairCycle(graph: StepGraph, inside: (at: number) => boolean): Lasso | null {
  const { store } = graph
  const part = new Uint8Array(store.count)
  for (let at = 0; at < store.count; at++) if (inside(at)) part[at] = 1
  const found = components(graph, part)
  let best: Lasso | null = null
  for (let component = 0; component < found.count; component++) {
    const steps = stepsOf(graph, found, component)
    if (steps === null) continue
    const lasso = lassoThrough(graph, found, component, steps)
    if (best === null || lengthOf(lasso) < lengthOf(best)) best = lasso
    // The first few are short enough.
    if (component > manyEnough) break
  }
  return best
}

const manyEnough = 1000
const lengthOf = ({ stem, cycle }: Lasso): number => stem.length + cycle.length

/** By processor, where it takes a step within a component; −1 if it rests. Null if one neither steps nor may rest. */
function stepsOf(graph: StepGraph, { of, members, begins }: Components, component: number): number[] | null {
  const { n, successors } = graph
  const where = Array<number>(n).fill(-1)
  for (let i = begins[component]!; i < begins[component + 1]!; i++) {
    const at = members[i]!
    for (let p = 0; p < n; p++) {
      const to = successors[at * n + p]!
      if (where[p]! < 0 && to !== none && of[to] === component) where[p] = at
    }
  }
  const rests = (p: number) => graph.section(members[begins[component]!]!, p) === remainder
  if (where.every((at) => at < 0)) return null
  return where.every((at, p) => at >= 0 || rests(p)) ? where : null
}

/** The cycle goes from step to step, by shortest ways, and back to where it began. */
function lassoThrough(
  graph: StepGraph,
  found: Components,
  component: number,
  steps: readonly number[],
): Lasso {
  const { n, successors } = graph
  const start = found.members
    .subarray(found.begins[component]!, found.begins[component + 1]!)
    .reduce((a, b) => Math.min(a, b))
  const cycle: number[] = []
  let here = start
  for (const [p, at] of steps.entries()) {
    if (at < 0 || cycle.includes(p)) continue
    // A step of its own from here serves as well.
    const own = successors[here * n + p]!
    const from = own !== none && found.of[own] === component ? here : at
    cycle.push(...wayWithin(graph, found, here, from), p)
    here = successors[from * n + p]!
  }
  cycle.push(...wayWithin(graph, found, here, start))
  return { stem: graph.scheduleTo(start), cycle }
}
