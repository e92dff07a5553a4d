import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { storedGraph } from '../../topology/stored-graph.ts'
import { type AttackOptions, chosenBy } from './options.ts'
import { givenPlan, type Plan, terrainOf } from './plan.ts'
import type { Run } from './run.ts'
import { Runner } from './runner.ts'
import { type Island, type IslandResult, searchTerrain } from './search-island.ts'

/** A part of a search for a bad execution of an algorithm that passes messages. */
export type MessageIsland = Island<Plan, Run>

/** What it has found. */
export type MessageIslandResult = IslandResult<Plan, Run>

/** Searches one island; see `searchTerrain`. */
export function searchIsland(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
  island: MessageIsland,
  stop?: (runs: number, best: number) => boolean,
): MessageIslandResult {
  const terrain = terrainOf({
    graph: storedGraph(problem.network),
    turns: (options.calls ?? []).reduce((most, { length }) => Math.max(most, length), 0),
    given: givenPlan(problem),
    chosen: chosenBy(algorithm, problem, options),
    random: new Streams(options.seed).stream('attack', island.index),
  })
  const runner = runnerFor(algorithm, problem, options)
  return searchTerrain(terrain, (plan) => runner.run(plan), island, stop)
}

/** What carries out the plans of a search. */
export function runnerFor(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  options: AttackOptions,
): Runner {
  return new Runner(algorithm, problem, options, chosenBy(algorithm, problem, options).includes('ports'))
}
