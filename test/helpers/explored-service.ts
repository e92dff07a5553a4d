import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  buildTopology,
  type Call,
  ComputedInstance,
  type ExplorationSummary,
  exploreOne,
  recordSchedule,
  Streams,
  timeSchedule,
} from '../../engine/index.ts'
import { shownBy } from './record.ts'

/** A network, and what each of its processors is asked for, one after the other. Identifiers are those of processors, the root is p_0. */
export interface Use {
  readonly topology: string
  readonly calls: readonly (readonly Call[])[]
}

/** Identical operations: so many at each processor of a complete graph. */
export const each = (counts: readonly number[], operations: readonly string[]): Use => ({
  topology: 'complete',
  calls: counts.map((count) =>
    Array.from({ length: count }, () => operations.map((operation) => ({ operation }))).flat(),
  ),
})

/** The same with arguments that are told apart: 1, 2, 3 … in the order of processors. */
export function numbered(counts: readonly number[], operation: string): Use {
  let argument = 0
  const calls = counts.map((count) =>
    Array.from({ length: count }, () => ({ operation, argument: ++argument })),
  )
  return { topology: 'complete', calls }
}

const networkOf = (topology: string, n: number): ComputedInstance =>
  new ComputedInstance(
    buildTopology(topology, { n, stream: new Streams(0).stream('topology'), readFile: () => '' }),
  )

/** A complete graph, with identifiers by processor and the root p_0. */
export const completeOf = (n: number): ComputedInstance => networkOf('complete', n)

const instanceFor = ({ topology, calls }: Use): ComputedInstance => networkOf(topology, calls.length)

/** What there is in all executions: every order of messages, with the operations asked for at all moments. */
export const exploredUse = (algorithm: AnyAlgorithm, use: Use): ExplorationSummary =>
  exploreOne(algorithm, instanceFor(use), 0, { calls: use.calls })

/** Goes through all executions, in which every claim and every property holds. */
export function assertRightInAllExecutions(algorithm: AnyAlgorithm, use: Use): ExplorationSummary {
  const found = exploredUse(algorithm, use)
  const about = `${algorithm.name}, ${JSON.stringify(use)}`
  assert.equal(found.exhausted, 1, about)
  assert.deepEqual(found.violations, [], about)
  return found
}

/**
 * The property of the first violation found, and what the checker of records says that the execution shows, from the
 * record and the algorithm’s handlers alone.
 */
export function confirmedViolation(
  algorithm: AnyAlgorithm,
  use: Use,
  { violations }: ExplorationSummary = exploredUse(algorithm, use),
): { readonly property: string; readonly shown: string } {
  const [violation] = violations
  assert.ok(violation, `${algorithm.name}: nothing is violated`)
  const instance = instanceFor(use)
  const timed = timeSchedule(algorithm, instance, violation.choices, 'at zero')
  const { lines } = recordSchedule(algorithm, instance, timed)
  const shown = shownBy(lines.join('').trimEnd().split('\n'), algorithm)
  return { property: violation.property, shown }
}
