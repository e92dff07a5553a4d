import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  buildTopology,
  ComputedInstance,
  exploreFaults,
  type FaultExploration,
  type FaultExploreOptions,
  faultModel,
  Random,
  shrinkScript,
} from '../../../../engine/index.ts'

/** A complete network of n processors that are told that f of them may fail; identifiers and channels in order. */
export function completeInstance(n: number, f: number): ComputedInstance {
  const network = buildTopology('complete', { n, stream: new Random(1, 2, 3, 4), readFile: () => '' })
  return new ComputedInstance(network, { f })
}

/** All executions of n processors told of f, with these faults. */
export const exploreOn = (
  algorithm: unknown,
  [n, f]: readonly [n: number, f: number],
  faults: string,
  options: FaultExploreOptions = {},
): FaultExploration =>
  exploreFaults(algorithm as AnyAlgorithm, completeInstance(n, f), faultModel(faults, n), options)

/** Asserts that no execution breaks a property or a claim, and that all were seen. */
export function assertSafe(found: FaultExploration): void {
  assert.deepEqual(found.violations, [])
  assert.deepEqual(
    found.claims.filter(({ verdict }) => verdict === 'violated'),
    [],
  )
  assert.equal(found.exhausted, true)
}

/** Asserts that executions break just these properties, and that the engine, carrying them out, finds the same. */
export function assertBroken(
  algorithm: unknown,
  [n, f]: readonly [n: number, f: number],
  found: FaultExploration,
  properties: readonly string[],
): void {
  assert.deepEqual(found.violations.map(({ property }) => property).sort(), [...properties].sort())
  for (const violation of found.violations)
    assert.ok(
      shrinkScript(algorithm as AnyAlgorithm, completeInstance(n, f), violation) !== null,
      `${violation.property} is not broken by ${JSON.stringify(violation.script)}`,
    )
}
