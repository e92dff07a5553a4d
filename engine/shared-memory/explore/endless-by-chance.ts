import { endlessChoices } from '../../chance/index.ts'
import { components, wayWithin } from './components.ts'
import { remainder } from './course.ts'
import type { Lasso } from './fair-cycles.ts'
import type { StepGraph } from './graph.ts'
import type { ObjectExploration } from './object-exploration.ts'
import { type StepProcess, stepProcess } from './step-process.ts'

/**
 * What goes on for ever where coins are flipped: what some scheduler can make go on whatever comes up. All else ends with
 * probability 1. Of steps that can go on so, the lasso shows one way in which they come back.
 */
export function endlessByChance(graph: StepGraph): Pick<ObjectExploration, 'blocked' | 'unending'> {
  const steps = stepProcess(graph)
  const { places, movers } = steps
  const goesOn = (choice: number, p: number): boolean =>
    graph.section(places[choice]!, p) !== remainder &&
    outcomesOf(steps, choice).every((to) => graph.section(to, p) !== remainder)
  const blocked = endless(graph, steps, (choice) => goesOn(choice, movers[choice]!))
  for (let victim = 0; victim < graph.n; victim++) {
    const lasso = endless(graph, steps, (choice) => goesOn(choice, victim), victim)
    if (lasso !== null) return { blocked, unending: { processor: victim, ...lasso } }
  }
  return { blocked, unending: null }
}

const outcomesOf = ({ mdp: { outcomes, to } }: StepProcess, choice: number): number[] => [
  ...to.subarray(outcomes[choice], outcomes[choice + 1]),
]

/** Steps that can be taken for ever among some choices, one of them by a certain processor if one is named; null if none can. */
function endless(
  graph: StepGraph,
  { mdp, places, movers }: StepProcess,
  isAllowed: (choice: number) => boolean,
  by: number | null = null,
): Lasso | null {
  const left = endlessChoices(
    mdp,
    Uint8Array.from(movers, (_, choice) => (isAllowed(choice) ? 1 : 0)),
  )
  const first = left.findIndex((isLeft, choice) => isLeft === 1 && (by === null || movers[choice] === by))
  if (first < 0) return null
  const kept = new Set(
    movers.flatMap((p, choice) => (left[choice] === 1 ? [places[choice]! * graph.n + p] : [])),
  )
  const follows = (at: number, move: number) => kept.has(at * graph.n + graph.mover(move))
  const found = components(graph, new Uint8Array(graph.store.count).fill(1), follows)
  const [at, move] = [places[first]!, movers[first]!]
  const to = graph.successors[at * graph.moves + move]!
  return { stem: graph.scheduleTo(at), cycle: [move, ...wayWithin(graph, found, to, at, follows)] }
}
