import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Violated } from '../../model/index.ts'
import { assertFunctional } from '../explore/assert-functional.ts'
import { type Choice, WAKES, type WakeUps } from '../schedules/index.ts'
import { hurriedFor } from './hurried.ts'
import { type MessageIslandResult, runnerFor, searchIsland } from './island.ts'
import { joined, type StrategyResult } from './joined.ts'
import { type AttackOptions, assertAttackable, chosenBy } from './options.ts'
import { Rounds } from './rounds.ts'
import { rules } from './rules.ts'
import type { Improvement } from './search-island.ts'

/** The worst case that a search has found. */
export interface AttackResult {
  readonly objective: string
  /** The largest value; of an execution that is cut short by a violation, the messages sent until then. */
  readonly best: number
  /** What the execution violates, for which alone it was kept; null if nothing. */
  readonly violation: Violated | null
  /** The strategy that found it, in run `run` of `runs`. */
  readonly strategy: string
  readonly run: number
  readonly runs: number
  /** The rule by which its schedule goes, exceptions aside. */
  readonly rule: string
  /** Where it happens. */
  readonly instance: ComputedInstance
  readonly schedule: readonly Choice[]
  /** How many of its first steps happen at once, so that what comes then takes as long as it can. */
  readonly hurried: number
  /** Whether the initiators of the instance wake at time 0, or where the schedule says so and nobody else does. */
  readonly wakeUps: WakeUps
  readonly strategies: readonly StrategyResult[]
  /** When the best so far became better. */
  readonly history: readonly Improvement[]
  /** Runs that did not end, and why the first of them did not. */
  readonly unfinished: number
  readonly reason: string | null
}

/**
 * Searches for an execution in which the objective is as large as possible, with so many runs in all. A lower bound on
 * the worst case, and no more. An execution that violates a property is worse than any cost, and ends the search. Throws an InputError if no run ended.
 */
export function attack(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions & { readonly runs: number },
): AttackResult {
  assertAttackable(algorithm, problem, options)
  const rounds = new Rounds(options.runs, options.strategies)
  for (let round = rounds.next(); round.length > 0; round = rounds.next()) {
    const results: MessageIslandResult[] = []
    for (const island of round) {
      results.push(searchIsland(algorithm, problem, options, island))
      if (results.at(-1)!.violation !== null) break
    }
    rounds.finish(results)
    if (results.at(-1)!.violation !== null) break
  }
  return joinIslands(algorithm, problem, options, rounds.results)
}

/** What islands 0, 1, 2 … of a search have found together; of equal finds, the first counts. */
export function joinIslands(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
  islands: readonly MessageIslandResult[],
): AttackResult {
  const { found, runs, unfinished, reason, ...told } = joined(algorithm.name, islands)
  const schedule: Choice[] = []
  const runner = runnerFor(algorithm, problem, options)
  const wakeUps = chosenBy(algorithm, problem, options).includes('wakeup') ? 'chosen' : 'at zero'
  runner.run(found.plan, (processor, message, call) => {
    if (message !== WAKES || wakeUps === 'chosen')
      schedule.push({ processor, message, ...(call !== undefined && { call }) })
  })
  const instance = runner.instanceOf(found.plan)
  const concrete = wakeUps === 'chosen' ? instance : instance.with({ wakeTimes: problem.wakeTimes })
  if (algorithm.requires.coins !== true) assertFunctional(algorithm, concrete, schedule, wakeUps)
  const begins = runner.beginsOf(found.value)
  const hurried =
    algorithm.service === undefined || found.violation !== null
      ? 0
      : hurriedFor(algorithm, concrete, schedule, wakeUps, begins, options.objective, found.value)
  return {
    objective: options.objective.name,
    best: found.value,
    violation: found.violation,
    strategy: found.strategy,
    run: found.run,
    runs,
    rule: rules[found.plan.schedule.rule]!.name,
    instance: concrete,
    schedule,
    hurried,
    wakeUps,
    ...told,
    unfinished,
    reason,
  }
}
