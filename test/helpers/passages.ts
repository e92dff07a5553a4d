import assert from 'node:assert/strict'
import { formalShared, type SharedMemoryAlgorithm } from '../../engine/index.ts'

/** The passages of a schedule in which each processor makes one, by the definitions, in the order in which they end. */
export function passagesOf(algorithm: SharedMemoryAlgorithm, n: number, schedule: readonly number[]) {
  const system = { algorithm, n, passages: Array<number>(n).fill(1) }
  const result = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  assert.ok(result.kind === 'execution')
  assert.equal(formalShared.sharedAdmissible(result.execution), true)
  return formalShared.sharedPassages(result.execution)
}

/** Steps, reads, writes, read-modify-writes; remote references with caches that write through, that write back, and without. */
export const countsOf = (passage: formalShared.SharedPassage | undefined): number[] =>
  Object.values(passage!.counts)

/** Stretches of a schedule: `turns([0, 6], [1, 4])` is six steps of p_0, then four of p_1. */
export const turns = (...stretches: readonly (readonly [p: number, steps: number])[]): number[] =>
  stretches.flatMap(([p, steps]) => Array<number>(steps).fill(p))
