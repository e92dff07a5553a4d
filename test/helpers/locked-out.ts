import assert from 'node:assert/strict'
import { formalShared, type Lasso, type SharedMemoryAlgorithm } from '../../engine/index.ts'

/** The execution of a schedule in which everyone makes as many passages as it likes, by the definitions. */
export function executionOf(algorithm: SharedMemoryAlgorithm, n: number, schedule: readonly number[]) {
  const passages = Array<number>(n).fill(Number.POSITIVE_INFINITY)
  const initial = formalShared.initialSharedConfiguration({ algorithm, n, passages })
  const result = formalShared.sharedExec(initial, schedule)
  assert.ok(result.kind === 'execution')
  return result.execution
}

/** The cycle can be repeated for ever, by an admissible execution in which others enter and the processor never does. */
export function assertLocksOut(
  lock: SharedMemoryAlgorithm,
  n: number,
  { processor, stem, cycle }: Lasso & { readonly processor: number },
): void {
  const execution = executionOf(lock, n, [...stem, ...cycle])
  assert.equal(formalShared.sharedAdmissibleForEver(execution, stem.length), true)
  const repeated = execution.configurations.slice(stem.length)
  assert.ok(formalShared.sameSharedConfiguration(repeated[0]!, repeated.at(-1)!))
  assert.ok(repeated.every(({ processors }) => processors[processor]!.section === 'entry'))
  assert.ok(repeated.some(({ processors }) => processors.some(({ section }) => section === 'critical')))
}
