import { InputError } from '../../errors.ts'
import { Streams } from '../../random.ts'
import { callsOf, workloadOf, workloads } from '../../workload/index.ts'
import { type ObjectCall, operationNames, type SharedObject } from '../model/index.ts'
import type { SharedRun } from './execution.ts'

/** What says when operations are asked for, which is up to the scheduler here. */
const timed = ['think', 'mean', 'gaps', 'rate'] as const

/**
 * What each processor of an object is asked for, one after the other, by a workload; without one, by the usual one of its
 * service. p_0 is the root. Throws an InputError.
 */
export function sharedCalls(
  object: Pick<SharedObject, 'name' | 'service'>,
  n: number,
  seed: number,
  spec: string = object.service.workload,
): ObjectCall[][] {
  assertSharedWorkload(object, spec)
  const names = operationNames(object)
  const inputs = Array.from({ length: n }, (_, i) => i)
  const workload = workloadOf(
    object.service,
    { n, degree: () => 0, root: 0, inputs },
    new Streams(seed),
    spec,
  )
  return callsOf(workload, n).map((calls, p) =>
    calls.map(({ operation, argument = null }) => {
      if (argument === null && object.service.operations[operation]!.argument !== undefined)
        throw new InputError(`workload ${spec}: ${operation} needs a value; write ${p}.${operation}(7)@0`)
      return { operation: names.indexOf(operation), argument }
    }),
  )
}

/** What the processors of an object are asked for in a run: what is given, or what its workload says. */
export const callsAsked = (
  object: SharedObject,
  { n, participants = n, seed, workload, calls }: SharedRun,
): readonly (readonly ObjectCall[])[] =>
  calls ?? sharedCalls(object, n, seed, workload).fill([], participants)

/** As many as one likes. */
export const operationsMax = 2 ** 31 - 1

/** How many operations each processor ends in a run. */
export const operationsAsked = (
  calls: readonly (readonly ObjectCall[])[],
  { repeats = false }: Pick<SharedRun, 'repeats'>,
): number[] => calls.map(({ length }) => (repeats && length > 0 ? operationsMax : length))

/** Throws an InputError unless an object can be asked in this way. */
export function assertSharedWorkload(
  { name, service }: Pick<SharedObject, 'name' | 'service'>,
  spec: string,
): void {
  const parsed = workloads.parse(spec)
  parsed.entry.check(service, parsed)
  const given = timed.find((key) => (parsed.given[key] ?? 0) !== 0)
  if (given !== undefined)
    throw new InputError(
      `${name}: workload ${spec}: on shared memory the scheduler says when operations go on; leave ${given} out`,
    )
}
