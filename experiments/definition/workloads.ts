import { type AnyAlgorithm, assertWorkload, InputError, workloads } from '../../engine/index.ts'
import { eachSpec, sizedIn } from './lists.ts'

/** The workloads of an experiment, each of which all its algorithms can be asked. Throws an InputError. */
export function readWorkloads(given: readonly string[], algorithms: readonly AnyAlgorithm[]): string[] {
  const specs = eachSpec('workloads', given, workloads)
  const [sized] = sizedIn(specs, workloads)
  if (sized !== undefined)
    throw new InputError(`workloads: ${sized}: a range of workloads cannot depend on n`)
  for (const spec of specs) for (const algorithm of algorithms) assertWorkload(algorithm, spec)
  return specs
}
