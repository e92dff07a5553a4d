import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Failed, Outcome, Violated } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import { type AttackOptions, chosenBy } from './options.ts'
import { type Field, givenPlan, type Plan } from './plan.ts'
import { Runner } from './runner.ts'
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
  /** Null if none of the runs ended. If the last run violates a property, it is this one. */
  readonly best: { readonly value: number; readonly plan: Plan } | null
  /** What the last run violates; null if nothing. */
  readonly violation: Violated | null
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/**
 * One island of a search: an independent run of one strategy with random numbers of its own. It makes `runs` runs at
 * most; it ends with the first that violates a property, and where `stop`, asked after each but the last, says so.
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
    if (run.outcome?.kind === 'violated') {
      const { value, outcome: violation } = run
      return {
        strategy: strategy.name,
        runs: made,
        best: { value, plan },
        violation,
        history,
        unfinished,
        reason,
      }
    }
    if (run.outcome !== null) {
      unfinished++
      reason ??= reasonOf(run.outcome)
    } else if (best === null || run.value > best.value) {
      best = { value: run.value, plan }
      history.push({ run: made, value: run.value })
    }
    plan = search.next(run).value
  } while (made < Math.min(runs, planned) && !stop(made, best?.value ?? Number.NEGATIVE_INFINITY))
  return { strategy: strategy.name, runs: made, best, violation: null, history, unfinished, reason }
}

/** What carries out the plans of a search. */
export function runnerFor(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
): Runner {
  return new Runner(algorithm, problem, options, chosenBy(algorithm, problem, options).includes('ports'))
}

function reasonOf(outcome: Failed | Extract<Outcome, { kind: 'budget' }>): string {
  if (outcome.kind === 'budget') return outcome.reason
  return `${outcome.processor === null ? '' : `p_${outcome.processor} `}${outcome.event}: ${outcome.reason}`
}
