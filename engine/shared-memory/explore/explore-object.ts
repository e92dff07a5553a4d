import { InputError } from '../../errors.ts'
import {
  createObject,
  linearizabilityMonitor,
  type Monitor,
  regularityMonitor,
  safetyMonitor,
} from '../../histories/index.ts'
import { initialSharedConfiguration, sharedExec, sharedHistory } from '../formal/index.ts'
import { holdObject } from '../loop/held-history.ts'
import { type Layout, layOut, sidesOf } from '../memory/layout.ts'
import { assertSize } from '../memory/program.ts'
import { type ObjectCall, operationNames, type SharedObject, systemAsked } from '../model/index.ts'
import { Automaton } from './automaton.ts'
import { remainder } from './course.ts'
import { endlessByChance } from './endless-by-chance.ts'
import { futuresOf } from './futures.ts'
import { StepGraph } from './graph.ts'
import { type LargestCost, larger, longest } from './longest.ts'
import { MonitorTable } from './monitor-table.ts'
import { objectCourse } from './object-course.ts'
import type { ObjectExploration, ObjectExploring } from './object-exploration.ts'
import { endlessWithoutAnswer } from './progress.ts'
import { Reduction } from './reduction.ts'
import { costs, stretchesOf, withCaches } from './stretches.ts'
import { usualCalls } from './usual-calls.ts'
import { orderOfHistories } from './visible-steps.ts'

/**
 * Goes through all interleavings of the steps of given operations: whether every history is what the object promises, whether
 * operations always end, and their largest costs. Throws an InputError if there is no such system.
 */
export function exploreObject(object: SharedObject, exploring: ObjectExploring): ObjectExploration {
  const { n, repeats = false, states: most = 2_000_000 } = exploring
  const { check = true, costs: asked = true, reduce = false } = exploring
  assertSize(object, n)
  const calls = exploring.calls ?? usualCalls(object, n)
  const layout = layOut(object.name, object.variables(systemAsked(calls)), n)
  const course = objectCourse(object, calls, repeats)
  const automata = calls.map((_, p) => new Automaton(p, layout, course))
  const flips = sidesOf(layout.variables) > 1
  if (flips && reduce)
    throw new InputError(`${object.name} flips coins, and --reduce leaves out no steps then`)
  const reducible = reduce ? { automata, layout, futureAt: futuresOf(automata, layout) } : null
  const search = (watched: number | null, monitor: MonitorTable | null = null) => {
    const order = monitor === null ? [] : orderOfHistories
    const reduction = reducible && new Reduction(reducible, { watched, order, mayRest: false })
    return new StepGraph(object.name, automata, layout, { watched, monitor, reduction }).search(most, true)
  }
  const graph = search(null)
  const histories = check && graph.fault === null ? watchedHistories(object, n, search) : null
  const violation = faultIn(graph) ?? (histories && wrongHistory(object, calls, repeats, histories))
  const found = {
    states: graph.store.count,
    transitions: graph.transitions,
    statesWithHistories: histories?.store.count ?? null,
    statesWithCaches: null,
    complete: graph.complete && histories?.complete !== false && violation === null,
    violation,
    blocked: null,
    unending: null,
    extremes: {},
  }
  // Costs and progress are those of the object, whatever its histories are.
  if (!graph.complete || graph.fault !== null) return found
  const costly = extremesIn(object, graph, asked ? search : null, layout)
  if (flips) return { ...found, byChance: true, ...costly, ...endlessByChance(graph) }
  if (!reduce) return { ...found, blocked: endlessWithoutAnswer(graph), ...costly }
  // The reduction does not keep it. Where each operation ends there is none; otherwise it is looked for in the whole graph.
  if (costly.unending === null) return { ...found, ...costly }
  const whole = new StepGraph(object.name, automata, layout).search(most, true)
  const complete = found.complete && whole.complete
  return { ...found, complete, blocked: whole.complete ? endlessWithoutAnswer(whole) : null, ...costly }
}

type Search = (watched: number | null, monitor?: MonitorTable | null) => StepGraph

/** The configurations with what matters of the histories that lead to them. */
function watchedHistories({ service, guarantees }: SharedObject, n: number, search: Search): StepGraph {
  const sequential = createObject(service.object(n))
  const monitor: Monitor = {
    linearizable: () => linearizabilityMonitor(sequential) as Monitor,
    regular: () => regularityMonitor(sequential.initial) as Monitor,
    safe: () => safetyMonitor(sequential.initial) as Monitor,
  }[guarantees]()
  try {
    return search(null, new MonitorTable(monitor, n))
  } catch (error) {
    throw error instanceof RangeError ? new InputError(`${guarantees}: ${error.message}`) : error
  }
}

function faultIn(graph: StepGraph): ObjectExploration['violation'] {
  const { fault } = graph
  if (fault === null) return null
  const schedule = [...graph.scheduleTo(fault.at), fault.move]
  return { property: 'failed', reason: fault.error.message, schedule }
}

/** A shortest execution with a wrong history, and why that is wrong: said by the definitions and by another checker. */
function wrongHistory(
  object: SharedObject,
  calls: readonly (readonly ObjectCall[])[],
  repeats: boolean,
  graph: StepGraph,
): ObjectExploration['violation'] {
  if (graph.unsafe === null) return null
  const schedule = graph.scheduleTo(graph.unsafe)
  const n = calls.length
  const passages = calls.map(({ length }) => (repeats ? Number.POSITIVE_INFINITY : length))
  const executed = sharedExec(initialSharedConfiguration({ algorithm: object, n, passages, calls }), schedule)
  const history = sharedHistory(executed.kind === 'execution' ? executed.execution : executed.prefix)
  const finding = holdObject(object, n, history)
  const fault = finding.kind === 'wrong' ? finding.fault : undefined
  const reason = fault?.sentence ?? `its history is not ${object.guarantees}`
  return { property: object.guarantees, reason, schedule, history, ...(fault && { fault }) }
}

/** The largest costs, each of the processor that can pay most; only numbers of steps if nobody searches further. */
function extremesIn(
  object: SharedObject,
  graph: StepGraph,
  search: Search | null,
  layout: Layout,
): Pick<ObjectExploration, 'statesWithCaches' | 'extremes' | 'unending'> {
  const extremes: Record<string, LargestCost> = {}
  let unending: ObjectExploration['unending'] = null
  let statesWithCaches: number | null = search === null ? null : 0
  for (let victim = 0; victim < graph.n; victim++) {
    const take = (within: StepGraph, list: ReturnType<typeof costs> | typeof withCaches) => {
      for (const [operation, name] of operationNames(object).entries()) {
        const isIn = (at: number) => within.local(at, victim).operation === operation
        const stretch = stretchesOf(
          within,
          victim,
          (at) => within.section(at, victim) !== remainder && isIn(at),
          (at) => within.section(at, victim) === remainder && isIn(at),
        )
        for (const [measure, cost] of list) {
          const extreme = longest(within, stretch(cost))
          if (extreme === null) continue
          const key = measure.replace('passage', name)
          extremes[key] = larger(extremes[key], extreme)
          if (extreme.kind === 'unbounded' && measure === 'passage:steps')
            unending ??= { processor: victim, stem: extreme.stem, cycle: extreme.cycle }
        }
      }
    }
    take(graph, search === null ? costs(layout, victim).slice(0, 1) : costs(layout, victim))
    if (search === null) continue
    const watching = search(victim)
    if (watching.complete && statesWithCaches !== null) {
      take(watching, withCaches)
      statesWithCaches = Math.max(statesWithCaches, watching.store.count)
    } else statesWithCaches = null
  }
  // What some processors pay at most is not yet what all do.
  if (statesWithCaches === null)
    for (const name of operationNames(object))
      for (const [measure] of withCaches) delete extremes[measure.replace('passage', name)]
  return { statesWithCaches, extremes, unending }
}
