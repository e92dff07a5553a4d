import { InputError } from '../../../errors.ts'
import type { Violated } from '../../../model/index.ts'
import { Streams } from '../../../random.ts'
import {
  type AnySharedAlgorithm,
  counts,
  isSharedObject,
  operationNames,
  sharedCalls,
} from '../../../shared-memory/index.ts'
import { assertSize } from '../../../shared-memory/memory/program.ts'
import type { ObjectCall } from '../../../shared-memory/model/index.ts'
import { joined, type StrategyResult } from '../joined.ts'
import { Rounds } from '../rounds.ts'
import { type Improvement, type IslandResult, searchTerrain } from '../search-island.ts'
import { strategyNamed } from '../strategies/index.ts'
import { PlanRunner, type SharedTarget, usualPassages } from './plan-runner.ts'
import { type ScheduledPlan, sharedTerrain } from './scheduled-plan.ts'
import type { SharedAttackRun } from './shared-attack-run.ts'

/** What an adversary of shared memory is after, and how long it may search. */
export interface SharedAttack {
  /** The number of processors. */
  readonly n: number
  /** A measure: passage:cc, passage:dsm, bypass …; of an object operation:steps, scan:reads … */
  readonly objective: string
  readonly runs: number
  readonly seed: number
  /** How many passages each processor makes. Default: 10. */
  readonly passages?: number | undefined
  /** What the processors of an object are asked for. Default: as its service has it. */
  readonly workload?: string | undefined
  /** The names of the strategies to use. Default: all. */
  readonly strategies?: readonly string[] | undefined
  /** A run that takes more steps counts for nothing. Default: 1,000 for each passage or operation. */
  readonly stepsMax?: number | undefined
}

/** The worst case that a search has found. */
export interface SharedAttackResult {
  readonly objective: string
  /** The largest value. */
  readonly best: number
  /** What the execution violates, for which alone it was kept; null if nothing. */
  readonly violation: Violated | null
  /** The strategy that found it, in run `run` of `runs`. */
  readonly strategy: string
  readonly run: number
  readonly runs: number
  /** The scheduler that decides who takes steps, where the search has not changed that. */
  readonly rule: string
  /** Who takes the steps, up to where the value is attained or the violation shows. */
  readonly schedule: readonly number[]
  /** What the processors of an object are asked for; none for a lock. */
  readonly calls: readonly (readonly ObjectCall[])[]
  readonly strategies: readonly StrategyResult[]
  readonly history: readonly Improvement[]
  readonly unfinished: number
  readonly reason: string | null
}

/**
 * Searches for an execution on shared memory in which a cost is as large as possible, by choosing who takes each step. A
 * lower bound on the worst case, and no more. An execution that violates what the algorithm guarantees ends the search.
 * Throws an InputError if that makes no sense or no run ended.
 */
export function attackShared(algorithm: AnySharedAlgorithm, attack: SharedAttack): SharedAttackResult {
  const { objective, runs, seed, strategies } = attack
  assertAttack(algorithm, attack)
  const target = targetOf(algorithm, attack)
  const runner = new PlanRunner(target)
  const rounds = new Rounds<ScheduledPlan, SharedAttackRun>(runs, strategies)
  for (let round = rounds.next(); round.length > 0; round = rounds.next()) {
    const results: IslandResult<ScheduledPlan, SharedAttackRun>[] = []
    for (const island of round) {
      const terrain = sharedTerrain(attack.n, new Streams(seed).stream('attack', island.index))
      results.push(searchTerrain(terrain, (plan) => runner.run(plan), island))
      if (results.at(-1)!.violation !== null) break
    }
    rounds.finish(results)
    if (results.at(-1)!.violation !== null) break
  }
  const { found, ...told } = joined(algorithm.name, rounds.results)
  const { plan, made, value, strategy, run, violation } = found
  const { calls } = target
  const { rule } = plan
  return { objective, best: value, violation, strategy, run, rule, schedule: made.schedule, calls, ...told }
}

function targetOf(algorithm: AnySharedAlgorithm, attack: SharedAttack): SharedTarget {
  const { n, objective, seed, passages = usualPassages, workload } = attack
  const calls = isSharedObject(algorithm) ? sharedCalls(algorithm, n, seed, workload) : []
  const asked = isSharedObject(algorithm) ? calls.reduce((sum, { length }) => sum + length, 0) : n * passages
  return { algorithm, n, passages, calls, objective, stepsMax: attack.stepsMax ?? 1000 * asked }
}

function assertAttack(algorithm: AnySharedAlgorithm, attack: SharedAttack): void {
  const { n, objective, passages, workload, strategies } = attack
  const { name } = algorithm
  assertSize(algorithm, n)
  if (isSharedObject(algorithm) && passages !== undefined)
    throw new InputError(`${name} makes no passages; a workload says what it is asked for`)
  if (!isSharedObject(algorithm) && workload !== undefined)
    throw new InputError(`${name} is a lock: it makes passages and has no workload (${workload})`)
  if (strategies?.length === 0) throw new InputError('there is no strategy to search by')
  for (const strategy of strategies ?? []) strategyNamed(strategy)
  const known = sharedObjectives(algorithm)
  if (!known.includes(objective))
    throw new InputError(`the objective is “${objective}”; of ${name} it can be ${known.join(', ')}`)
}

/** What can be made large: the counts of a passage and the bypass, or the counts of operations. */
export function sharedObjectives(algorithm: AnySharedAlgorithm): string[] {
  const of = isSharedObject(algorithm) ? ['operation', ...operationNames(algorithm)] : ['passage']
  const costs = of.flatMap((one) => counts.map((count) => `${one}:${count}`))
  return isSharedObject(algorithm) ? costs : [...costs, 'bypass']
}
