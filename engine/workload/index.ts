import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Call, Instance, Service } from '../model/index.ts'
import { Streams } from '../random.ts'
import { Catalogue } from '../specs/catalogue.ts'
import { callsOf } from './calls.ts'
import { closed } from './closed.ts'
import { given } from './given.ts'
import { open } from './open.ts'
import type { Workload, WorkloadContext, WorkloadFamily } from './workload.ts'

export { callsOf } from './calls.ts'
export type { Request, Workload } from './workload.ts'

const families = [closed, open, given] as const

/** The name of a rule for what processors are asked for, such as `closed`. */
export type WorkloadName = (typeof families)[number]['name'] | 'once' | 'saturated'

/** Such a rule with or without parameters, such as `closed:operations=3`. */
export type WorkloadSpec = WorkloadName | `${WorkloadName}:${string}`

/** All rules for what processors are asked for, and when. */
export const workloads = new Catalogue<WorkloadFamily>('workload', families)

/** Throws an InputError unless the algorithm offers a service that can be asked in this way. */
export function assertWorkload({ name, service }: AnyAlgorithm, spec: string): void {
  if (service === undefined)
    throw new InputError(`${name} offers no service, so it has no workload (${spec}); leave the workload out`)
  const parsed = workloads.parse(spec)
  parsed.entry.check(service, parsed)
}

/**
 * The workload that a spec names; without one, the usual one of the algorithm's service. Null if the algorithm offers
 * none. Throws an InputError.
 */
export function createWorkload(
  algorithm: AnyAlgorithm,
  { network, values: inputs, root }: Instance,
  streams: Streams,
  spec?: string,
): Workload | null {
  const { service } = algorithm
  if (spec !== undefined) assertWorkload(algorithm, spec)
  return service === undefined
    ? null
    : workloadOf(service, { n: network.n, degree: (p) => network.degree(p), root, inputs }, streams, spec)
}

/** The workload of a service that a spec names; without one, the usual one. Throws an InputError. */
export function workloadOf(
  service: Service,
  { n, degree, root, inputs }: Pick<WorkloadContext, 'n' | 'degree' | 'root' | 'inputs'>,
  streams: Streams,
  spec: string = service.workload,
): Workload {
  const { entry, values, given } = workloads.at(spec, n)
  return entry.create({
    service,
    n,
    degree,
    root,
    inputs,
    values,
    given,
    stream: streams.stream('workload-processors'),
    streamOf: (processor) => streams.stream('workload', processor),
  })
}

/** What processors are asked for where an adversary says when, unless a workload says otherwise: one operation each. */
const usualForAdversaries = 'once'

/**
 * What each processor is asked for, one after the other, where an adversary says when; nothing, if the algorithm offers no
 * service. Throws an InputError.
 */
export function callsFor(
  algorithm: AnyAlgorithm,
  instance: Instance,
  { seed, workload }: { readonly seed: number; readonly workload?: string },
): readonly (readonly Call[])[] {
  if (algorithm.service === undefined && workload === undefined) return []
  const asked = createWorkload(algorithm, instance, new Streams(seed), workload ?? usualForAdversaries)
  return asked === null ? [] : callsOf(asked, instance.network.n)
}
