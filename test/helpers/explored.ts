import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  ComputedInstance,
  type ExploreOptions,
  exploreOne,
  type Graph,
  type InstanceParts,
} from '../../engine/index.ts'

/** Goes through all schedules on a graph, holds each to every claim and property, and gives the most messages. */
export function mostMessages(
  algorithm: AnyAlgorithm,
  graph: Graph,
  parts: InstanceParts = {},
  options: ExploreOptions = { time: false },
): number {
  const found = exploreOne(algorithm, new ComputedInstance(graph, parts), 0, options)
  assert.deepEqual([found.violations, found.exhausted], [[], 1])
  return found.messages.max.cost
}
