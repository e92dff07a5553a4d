import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Instance, Setting } from '../model/index.ts'
import { Streams } from '../random.ts'
import { arbitraryState } from './arbitrary-state.ts'
import { corrupted } from './corrupted.ts'
import { created, faultyCount, none } from './fault-catalogue.ts'
import type { FaultContext } from './fault-family.ts'
import { faultKinds } from './kinds.ts'
import { FaultPlan } from './plan.ts'

export { arbitraryStates, writtenChoices } from './arbitrary-state.ts'
export { corrupted } from './corrupted.ts'
export { type DecidedFault, decidedPlan } from './decided.ts'
export { DecidedLiar, type DecidedLie } from './decided-liar.ts'
export { Detector } from './detector.ts'
export type { Fate } from './fault.ts'
export { none } from './fault-catalogue.ts'
export { readCrashes, readOutages } from './given-crashes.ts'
export * from './kinds.ts'
export { lying } from './lying.ts'
export { FaultPlan } from './plan.ts'
export * from './resilience.ts'
export { recoveredState } from './stable-storage.ts'
export { strategies } from './strategies/index.ts'

/**
 * The faults of one execution, with which it must begin; null if there are none. Throws an InputError if this algorithm
 * on this instance can have no such faults.
 */
export function createFaults(
  spec: string,
  algorithm: AnyAlgorithm,
  instance: Instance,
  timing: 'synchronous' | 'asynchronous',
  streams: Streams,
): FaultPlan | null {
  if (spec === none) return null
  const { n } = instance.network
  const parsed = faultKinds.at(spec, n)
  const count = faultyCount(parsed)
  if (count > n)
    throw new InputError(`faults ${spec}: ${count} processors are to fail, but there are only ${n}`)
  const taken = new Set<number>()
  const faults = created(parsed, ({ entry: { name }, values }) => {
    const stream = streams.stream(`faults/${name}`)
    const streamOf = (processor: number) => streams.stream(`faults/${name}/processor`, processor)
    const choices: Pick<FaultContext, 'take' | 'choose'> = {
      take: (processors) => taking(spec, taken, n, processors),
      choose: (k) => {
        const free = Array.from(stream.permutation(n)).filter((p) => !taken.has(p))
        return taking(spec, taken, n, free.slice(0, k))
      },
    }
    return { algorithm, instance, timing, values, stream, streamOf, ...choices }
  })
  return new FaultPlan(faults)
}

/**
 * The algorithm of an execution that is carried out again, in whose faults processors may begin in arbitrary states: those
 * in which they began, when each is asked for its initial state in turn.
 */
export function begunAgain(
  algorithm: AnyAlgorithm,
  instance: Instance,
  { faults = none, timing, seed }: Pick<Setting, 'faults' | 'timing'> & { readonly seed: number },
): AnyAlgorithm {
  const { n } = instance.network
  const part = faultKinds.at(faults, n).parts.find(({ entry }) => entry === arbitraryState)
  if (part === undefined) return algorithm
  return corrupted(algorithm, createFaults(part.spec, algorithm, instance, timing, new Streams(seed)), n)
}

/** Adds processors to those that are taken. Throws an InputError where there is no such one, or it is taken. */
function taking(
  spec: string,
  taken: Set<number>,
  n: number,
  processors: readonly number[],
): readonly number[] {
  for (const p of processors) {
    if (p >= n)
      throw new InputError(`faults ${spec}: there is no p_${p}; the processors are p_0 to p_${n - 1}`)
    if (taken.has(p)) throw new InputError(`faults ${spec}: p_${p} is to fail in two ways`)
    taken.add(p)
  }
  return processors
}
