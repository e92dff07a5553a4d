import { daemons, InputError } from '../../engine/index.ts'
import { stabilisingIn } from '../cell/index.ts'
import type { Experiment, ExperimentDefinition } from './experiment.ts'
import { sharedCatalogues } from './shared-memory.ts'

/** What stands in the lists of networks and delays of an experiment on self-stabilisation: rings of states that are shared. */
export const stabilisingCatalogues = { ...sharedCatalogues, delays: daemons, defaultDelay: 'distributed' }

/** What means nothing there. */
const foreign = [
  'wakeups',
  'inputs',
  'weights',
  'faults',
  'f',
  'check',
  'workloads',
  'clocks',
  'untilCi',
] as const

/**
 * Whether an experiment is one on self-stabilisation: all its algorithms are, or none. Throws an InputError where some are, or
 * where the definition has what means nothing there.
 */
export function isStabilising(algorithms: Experiment['algorithms'], given: ExperimentDefinition): boolean {
  const own = algorithms.filter((algorithm) => stabilisingIn(algorithm) !== null)
  if (own.length === 0) return false
  const [other] = algorithms.filter((algorithm) => stabilisingIn(algorithm) === null)
  if (other !== undefined)
    throw new InputError(
      `algorithms: ${own[0]!.name} is self-stabilising, and ${other.name} is not; give each its own experiment`,
    )
  const usual: Readonly<Record<string, unknown>> = { wakeups: ['all'], inputs: ['random'] }
  const key = foreign.find(
    (one) => given[one] !== undefined && JSON.stringify(given[one]) !== JSON.stringify(usual[one]),
  )
  if (key !== undefined)
    throw new InputError(`${key}: they mean nothing for self-stabilisation; leave them out`)
  const kind = (['searched', 'forced'] as const).find((one) => given.worstCases?.[one] !== undefined)
  if (kind !== undefined)
    throw new InputError(
      `worstCases.${kind}: of self-stabilising algorithms there are exact worst cases only`,
    )
  return true
}
