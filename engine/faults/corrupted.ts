import type { AnyAlgorithm, Knowledge } from '../model/index.ts'
import type { FaultPlan } from './plan.ts'

/**
 * The same algorithm for an execution in which processors begin in arbitrary states. They begin in the order of their
 * numbers; whoever is asked for its initial state again, after a crash, has it uncorrupted.
 */
export function corrupted(algorithm: AnyAlgorithm, plan: FaultPlan | null, n: number): AnyAlgorithm {
  if (plan === null || !plan.corrupts) return algorithm
  let begun = 0
  const initially = (input: Knowledge): object => {
    const state = algorithm.initially(input)
    return begun < n ? plan.begun(begun++, state) : state
  }
  return Object.assign(Object.create(algorithm) as AnyAlgorithm, { initially })
}
