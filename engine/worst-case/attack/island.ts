import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import { type AttackOptions, chosenBy } from './options.ts'
import { type Field, givenPlan, type Plan } from './plan.ts'
import { type Run, Runner } from './runner.ts'
import { islandAt } from './turns.ts'

/** An improvement: in which run, counted from 1, and to which value. */
export interface Improvement {
  readonly run: number
  readonly value: number
}

/** What one island has found. */
export interface IslandResult {
  readonly strategy: string
  readonly runs: number
  /** Null if none of the runs ended. */
  readonly best: { readonly value: number; readonly plan: Plan } | null
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/**
 * One island of a search: an independent run of one strategy with random numbers of its own. It makes `runs` runs at
 * most; `stop`, asked after each but the last, ends it earlier.
 */
export function searchIsland(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
  index: number,
  runs = Number.POSITIVE_INFINITY,
  stop: (runs: number, best: number) => boolean = () => false,
): IslandResult {
  const { strategy, runs: planned } = islandAt(index, options.strategies)
  const field: Field = {
    graph: storedGraph(problem.network),
    given: givenPlan(problem),
    chosen: chosenBy(algorithm, problem, options),
    random: new Streams(options.seed).stream('attack', index),
  }
  const runner = runnerFor(algorithm, problem, options)
  const search = strategy.search(field, planned)
  const history: Improvement[] = []
  let best: IslandResult['best'] = null
  let unfinished = 0
  let reason: string | null = null
  let made = 0
  let plan = search.next(undefined as never).value
  do {
    const run = runner.run(plan)
    made++
    if (run.outcome !== null) {
      unfinished++
      reason ??= reasonOf(run.outcome)
    } else if (best === null || run.value > best.value) {
      best = { value: run.value, plan }
      history.push({ run: made, value: run.value })
    }
    plan = search.next(run).value
  } while (made < Math.min(runs, planned) && !stop(made, best?.value ?? Number.NEGATIVE_INFINITY))
  return { strategy: strategy.name, runs: made, best, history, unfinished, reason }
}

/** What carries out the plans of a search. */
export function runnerFor(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
): Runner {
  const { objective, messagesMax = 1_000_000 } = options
  const choosesPorts = chosenBy(algorithm, problem, options).includes('ports')
  return new Runner(algorithm, problem, objective, choosesPorts, messagesMax)
}

function reasonOf(outcome: NonNullable<Run['outcome']>): string {
  return outcome.kind === 'budget'
    ? outcome.reason
    : `p_${outcome.processor} ${outcome.event}: ${outcome.reason}`
}
