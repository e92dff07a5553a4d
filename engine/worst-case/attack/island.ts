import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Failed, Outcome, Violated } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { shortly } from '../../thrown-at.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import type { Handed, Tried, Tries } from './handed.ts'
import { type AttackOptions, chosenBy } from './options.ts'
import { type Field, givenPlan } from './plan.ts'
import { Runner } from './runner.ts'
import { strategyNamed } from './strategies/index.ts'
import { Variation } from './strategies/variation.ts'

/** A part of a search: one strategy with random numbers of its own, given what was found before. */
export interface Island {
  /** Its number, which determines its random numbers. */
  readonly index: number
  readonly strategy: string
  /** How long it is meant to be. */
  readonly planned: number
  /** How many runs are left for it: no more than planned. */
  readonly runs: number
  readonly handed: Handed
}

/** An improvement: in which run, counted from 1, and to which value. */
export interface Improvement {
  readonly run: number
  readonly value: number
}

/** What one island has found. */
export interface IslandResult {
  readonly strategy: string
  readonly runs: number
  /** The first of its best plans, and the last of them; null if none of the runs ended. A run that violates a property is both. */
  readonly best: Tried | null
  readonly latest: Tried | null
  /** What the last run violates; null if nothing. */
  readonly violation: Violated | null
  readonly tries: Tries
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/**
 * Searches one island. It ends with the first run that violates a property, and where `stop`, asked after each run but the
 * last, says so.
 */
export function searchIsland(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
  { index, strategy, planned, runs, handed }: Island,
  stop: (runs: number, best: number) => boolean = () => false,
): IslandResult {
  const field: Field = {
    graph: storedGraph(problem.network),
    turns: (options.calls ?? []).reduce((most, { length }) => Math.max(most, length), 0),
    given: givenPlan(problem),
    chosen: chosenBy(algorithm, problem, options),
    random: new Streams(options.seed).stream('attack', index),
  }
  const variation = new Variation(field, handed.tries)
  const runner = runnerFor(algorithm, problem, options)
  const search = strategyNamed(strategy).search({ ...field, runs: planned, elite: handed.elite, variation })
  const history: Improvement[] = []
  let best: Tried | null = null
  let latest: Tried | null = null
  let unfinished = 0
  let reason: string | null = null
  let made = 0
  const ended = (violation: Violated | null): IslandResult => {
    const { tries } = variation
    return { strategy, runs: made, best, latest, violation, tries, history, unfinished, reason }
  }
  let plan = search.next(undefined as never).value
  do {
    const run = runner.run(plan)
    made++
    if (run.outcome?.kind === 'violated') {
      best = latest = { plan, run }
      return ended(run.outcome)
    }
    if (run.outcome !== null) {
      unfinished++
      reason ??= reasonOf(run.outcome)
    } else if (best === null || run.value >= best.run.value) {
      latest = { plan, run }
      if (best === null || run.value > best.run.value) {
        best = latest
        history.push({ run: made, value: run.value })
      }
    }
    plan = search.next(run).value
  } while (made < runs && !stop(made, best?.run.value ?? Number.NEGATIVE_INFINITY))
  return ended(null)
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
  return `${outcome.processor === null ? '' : `p_${outcome.processor} `}${outcome.event}: ${outcome.reason}${shortly(outcome.place)}`
}
