import { InputError } from '../../errors.ts'
import { type Layout, layOut, sidesOf } from '../memory/layout.ts'
import { assertSize } from '../memory/program.ts'
import type { SharedMeasure, SharedMemoryAlgorithm } from '../model/index.ts'
import { Automaton } from './automaton.ts'
import type { SharedExploration, SharedExploring } from './exploration.ts'
import { deadlock, lockout } from './fair-cycles.ts'
import { futuresOf } from './futures.ts'
import { StepGraph } from './graph.ts'
import { lockCourse } from './lock-course.ts'
import { type LargestCost, larger, longest } from './longest.ts'
import { Reduction } from './reduction.ts'
import { bypassOf, type CostOfStep, costs, passageOf, withCaches } from './stretches.ts'
import { orderOfBypasses, orderOfSections } from './visible-steps.ts'

/**
 * Goes through all interleavings of an algorithm's steps: whether two processors can be in the critical section, whether
 * all or one can try for ever, and the largest costs of a passage. Throws an InputError if there is no such system.
 */
export function exploreShared(
  algorithm: SharedMemoryAlgorithm,
  exploring: SharedExploring,
): SharedExploration {
  const { n, passages = Number.POSITIVE_INFINITY, states: most = 2_000_000 } = exploring
  const { check = true, costs: asked = true, reduce = false } = exploring
  assertSize(algorithm, n)
  const layout = layOut(algorithm.name, algorithm.variables({ n }), n)
  if (sidesOf(layout.variables) > 1)
    throw new InputError(`${algorithm.name}: locks that flip coins are not explored`)
  const course = lockCourse(algorithm, n, passages)
  const automata = Array.from({ length: n }, (_, p) => new Automaton(p, layout, course))
  const reducible = reduce ? { automata, layout, futureAt: futuresOf(automata, layout) } : null
  const graphWatching = (watched: number | null) => {
    const order = watched !== null ? [] : asked ? orderOfBypasses : orderOfSections
    const reduction = reducible && new Reduction(reducible, { watched, order, mayRest: watched === null })
    return new StepGraph(algorithm.name, automata, layout, { watched, reduction }).search(most, check)
  }
  const graph = graphWatching(null)
  const { transitions, complete } = graph
  const found = {
    states: graph.store.count,
    transitions,
    complete: complete && (graph.unsafe === null || !check) && graph.fault === null,
    violation: violationIn(graph),
    statesWithCaches: null,
    deadlock: null,
    lockout: null,
    extremes: {},
  }
  if (!found.complete) return found
  const victims = [...automata.keys()]
  const stuck = victims.flatMap((processor) => {
    const lasso = lockout(graph, processor)
    return lasso === null ? [] : [{ processor, ...lasso }]
  })
  const judged = { ...found, deadlock: deadlock(graph), lockout: stuck[0] ?? null }
  return asked ? { ...judged, ...extremesIn(graph, graphWatching, layout) } : judged
}

/** The first thing that no execution may come to. */
function violationIn(graph: StepGraph): SharedExploration['violation'] {
  const { unsafe, fault } = graph
  if (fault !== null) {
    const schedule = [...graph.scheduleTo(fault.at), fault.move]
    return { property: 'failed', reason: fault.error.message, schedule }
  }
  if (unsafe === null) return null
  const inside = Array.from({ length: graph.n }, (_, p) => p).filter((p) => graph.isCritical(unsafe, p))
  return {
    property: 'mutual exclusion',
    reason: `${inside.map((p) => `p_${p}`).join(' and ')} are in the critical section`,
    schedule: graph.scheduleTo(unsafe),
  }
}

/** The largest costs, each of the processor that can pay most. */
function extremesIn(
  graph: StepGraph,
  graphWatching: (processor: number) => StepGraph,
  layout: Layout,
): Pick<SharedExploration, 'statesWithCaches' | 'extremes'> {
  const extremes: Partial<Record<SharedMeasure, LargestCost>> = {}
  const take = (measure: SharedMeasure, extreme: LargestCost | null) => {
    if (extreme !== null) extremes[measure] = larger(extremes[measure], extreme)
  }
  let statesWithCaches: number | null = 0
  for (let victim = 0; victim < graph.n; victim++) {
    const passages = (within: StepGraph, list: readonly (readonly [SharedMeasure, CostOfStep])[]) => {
      const passage = passageOf(within, victim)
      for (const [measure, cost] of list) take(measure, longest(within, passage(cost)))
    }
    passages(graph, costs(layout, victim))
    take('bypass', longest(graph, bypassOf(graph, victim)))
    const watching = graphWatching(victim)
    if (watching.complete && statesWithCaches !== null) {
      passages(watching, withCaches)
      statesWithCaches = Math.max(statesWithCaches, watching.store.count)
    } else statesWithCaches = null
  }
  if (statesWithCaches === null) for (const [measure] of withCaches) delete extremes[measure]
  return { statesWithCaches, extremes }
}
