import { InputError, isOnMemory, isSharedObject, none, schedulers, topologies } from '../../engine/index.ts'
import { insideOf, sharedMemory } from '../cell/index.ts'
import type { Experiment, ExperimentDefinition } from './experiment.ts'

/** What stands in the lists of networks and delays of an experiment on shared memory. */
export const sharedCatalogues = {
  topologies: {
    each(spec: string): readonly string[] {
      if (spec === sharedMemory) return [spec]
      throw new InputError(`${spec}: algorithms for shared memory have no network; write ${sharedMemory}`)
    },
    entryOf: () => ({ fixedSize: false }),
  },
  /** Where others have delays, it has schedulers. */
  delays: schedulers,
  defaultDelay: 'random',
}

/** Those of an experiment whose algorithms run over registers: networks, but schedulers. */
export const registerCatalogues = { ...sharedCatalogues, topologies }

/**
 * Whether all algorithms of an experiment run over registers, or none. Throws an InputError where some do, or where the definition
 * has what means nothing there.
 */
export function isOverRegisters(algorithms: Experiment['algorithms'], given: ExperimentDefinition): boolean {
  const found = algorithms.find(isOnMemory)
  if (found === undefined) return false
  const other = algorithms.find((algorithm) => !isOnMemory(algorithm))
  if (other !== undefined)
    throw new InputError(
      `algorithms: ${found.name} runs on shared memory, under schedulers, and ${other.name} does not; give each its own experiment`,
    )
  assertAsynchronous(given)
  if (given.faults?.some((spec) => spec !== none))
    throw new InputError(`faults: nothing fails where ${found.name} runs; leave them out`)
  if (given.check !== undefined)
    throw new InputError(`check: what ${found.name} promises is checked in the end; leave it out`)
  assertNoLimit(given)
  if (given.worstCases !== undefined)
    throw new InputError(`worstCases: nobody looks for those of ${found.name}; leave them out`)
  return true
}

function assertAsynchronous({ timings }: ExperimentDefinition): void {
  if (timings?.some((timing) => timing !== 'asynchronous'))
    throw new InputError('timings: shared memory is asynchronous; leave them out')
}

/** What means nothing there. */
const foreign = ['wakeups', 'inputs', 'weights', 'faults', 'f', 'check'] as const

/**
 * Whether an experiment is one on shared memory: all its algorithms are, or none. Throws an InputError where some are, or
 * where the definition has what means nothing there.
 */
export function isShared(algorithms: Experiment['algorithms'], given: ExperimentDefinition): boolean {
  const shared = algorithms.filter((algorithm) => insideOf(algorithm) !== null)
  if (shared.length === 0) return false
  const [other] = algorithms.filter((algorithm) => insideOf(algorithm) === null)
  if (other !== undefined)
    throw new InputError(
      `algorithms: ${shared[0]!.name} runs on shared memory, and ${other.name} passes messages; give each its own experiment`,
    )
  assertAsynchronous(given)
  const usual: Readonly<Record<string, unknown>> = { wakeups: ['all'], inputs: ['random'] }
  const key = foreign.find(
    (one) => given[one] !== undefined && JSON.stringify(given[one]) !== JSON.stringify(usual[one]),
  )
  if (key !== undefined) throw new InputError(`${key}: they mean nothing on shared memory; leave them out`)
  const lock = algorithms.find((algorithm) => !isSharedObject(insideOf(algorithm)!))
  if (given.workloads !== undefined && lock !== undefined)
    throw new InputError(`workloads: ${lock.name} is a lock, which makes passages; leave them out`)
  if (given.untilCi !== undefined)
    throw new InputError(
      'untilCi: it looks at messages and time, which runs on shared memory do not have; leave it out',
    )
  if (given.worstCases?.forced !== undefined)
    throw new InputError(
      'worstCases.forced: that lower bound is about elections on rings; on shared memory there are searched and exact',
    )
  assertNoLimit(given)
  return true
}

function assertNoLimit({ budget }: ExperimentDefinition): void {
  const limit = (['messages', 'time'] as const).find((one) => budget?.[one] !== undefined)
  if (limit !== undefined)
    throw new InputError(`budget.${limit}: a run on shared memory has none; budget.seconds limits it`)
}
