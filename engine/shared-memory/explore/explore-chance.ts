import { type DecisionProcess, endlessChoices, extremeValue, type Sought } from '../../chance/index.ts'
import { ModelError } from '../../errors.ts'
import { valueKey } from '../../histories/same-value.ts'
import { layOut } from '../memory/layout.ts'
import { assertSize } from '../memory/program.ts'
import { type SharedObject, systemAsked } from '../model/index.ts'
import { type AnswersSoFar, answersMonitor } from './answers-so-far.ts'
import { Automaton } from './automaton.ts'
import type {
  AnswerProbability,
  ChanceExploration,
  ChanceExploring,
  OverSchedulers,
} from './chance-exploration.ts'
import { StepGraph } from './graph.ts'
import { MonitorTable } from './monitor-table.ts'
import { objectCourse } from './object-course.ts'
import { type StepProcess, stepProcess } from './step-process.ts'
import { usualCalls } from './usual-calls.ts'

/** Of more different answers no probabilities are given. */
const answersMost = 8

/**
 * Chance is averaged, schedules are not: the expected costs of given operations, and the probabilities of what they answer, under
 * the best and the worst scheduler. Configurations are the states of a Markov decision process: the scheduler chooses who
 * takes the next step, and if that flips a coin, chance decides what comes up. Throws an InputError if there is no such
 * system, and a ModelError where a step is not allowed.
 */
export function exploreChance(object: SharedObject, exploring: ChanceExploring): ChanceExploration {
  const { n, states: most = 2_000_000, tolerance = 1e-9, answers = true } = exploring
  assertSize(object, n)
  const calls = exploring.calls ?? usualCalls(object, n, 1)
  const layout = layOut(object.name, object.variables(systemAsked(calls)), n)
  const course = objectCourse(object, calls, false)
  const automata = calls.map((_, p) => new Automaton(p, layout, course))
  const monitor = new MonitorTable(answersMonitor, n)
  const graph = new StepGraph(object.name, automata, layout, { monitor }).search(most, false)
  if (graph.fault !== null) throw new ModelError(graph.fault.error.message)
  const found = { states: graph.store.count, choices: 0, complete: graph.complete, tolerance }
  if (!graph.complete) return { ...found, endless: null, expected: null, probabilities: [] }
  const steps = stepProcess(graph)
  const { mdp, movers } = steps
  const endless = movers[endlessChoices(mdp).indexOf(1)] ?? null
  return {
    ...found,
    choices: movers.length,
    endless,
    expected: endless === null ? expectedIn(steps, tolerance) : null,
    probabilities: answers ? probabilitiesIn(graph, mdp, tolerance) : [],
  }
}

/** What steps and flips are to be expected. */
function expectedIn({ mdp, movers, flips }: StepProcess, tolerance: number): ChanceExploration['expected'] {
  const over = (costs: readonly number[]): OverSchedulers => ({
    min: extremeValue(mdp, { sense: 'min', costs, tolerance }),
    max: extremeValue(mdp, { sense: 'max', costs, tolerance }),
  })
  return { steps: over(movers.map(() => 1)), flips: over(flips) }
}

/** How probable each common answer is, and that answers differ. */
function probabilitiesIn(
  graph: StepGraph,
  mdp: DecisionProcess,
  tolerance: number,
): readonly AnswerProbability[] {
  const { choices } = mdp
  const last = [...Array(graph.store.count).keys()].filter((at) => choices[at] === choices[at + 1])
  const kinds = new Map<string, AnswersSoFar>()
  const kindOf = (at: number) => graph.seen(at) as AnswersSoFar
  for (const at of last) kinds.set(valueKey(kindOf(at)), kindOf(at))
  if (kinds.size > answersMost) return []
  return [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, answers]) => {
      if (answers.kind === 'none') return []
      const gains = new Float64Array(graph.store.count)
      for (const at of last) if (valueKey(kindOf(at)) === key) gains[at] = 1
      const value = (sense: Sought['sense']) => extremeValue(mdp, { sense, gains, tolerance })
      return [{ answers, min: value('min'), max: value('max') }]
    })
}
