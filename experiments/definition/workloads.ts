import {
  type AnyAlgorithm,
  assertSharedWorkload,
  assertWorkload,
  clockRules,
  InputError,
  isSharedObject,
  workloads,
} from '../../engine/index.ts'
import { insideOf } from '../cell/index.ts'
import { eachSpec, sizedIn } from './lists.ts'

/** The workloads of an experiment, each of which all its algorithms can be asked. Throws an InputError. */
export function readWorkloads(given: readonly string[], algorithms: readonly AnyAlgorithm[]): string[] {
  const specs = eachSpec('workloads', given, workloads)
  const [sized] = sizedIn(specs, workloads)
  if (sized !== undefined)
    throw new InputError(`workloads: ${sized}: a range of workloads cannot depend on n`)
  for (const spec of specs) for (const algorithm of algorithms) assertAsked(algorithm, spec)
  return specs
}

function assertAsked(algorithm: AnyAlgorithm, spec: string): void {
  const shared = insideOf(algorithm)
  if (shared !== null && isSharedObject(shared)) assertSharedWorkload(shared, spec)
  else assertWorkload(algorithm, spec)
}

/** The rules for clocks of an experiment, which all its algorithms read. Throws an InputError. */
export function readClocks(given: readonly string[], algorithms: readonly AnyAlgorithm[]): string[] {
  const specs = eachSpec('clocks', given, clockRules)
  const [sized] = sizedIn(specs, clockRules)
  if (sized !== undefined) throw new InputError(`clocks: ${sized}: a range of clocks cannot depend on n`)
  const without = algorithms.find(({ requires }) => requires.clocks !== true)
  if (without !== undefined) throw new InputError(`clocks: ${without.name} reads no clocks; leave them out`)
  return specs
}
