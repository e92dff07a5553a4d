import { InputError } from '../errors.ts'
import type { ComputedInstance } from '../instance.ts'
import type {
  AnyAlgorithm,
  ConfigurationView,
  Execution,
  Instance,
  Measures,
  Outcome,
} from '../model/index.ts'
import type { SharedMemorySystem } from '../shared-memory/formal/index.ts'
import {
  executeShared,
  type SharedExecution,
  type SharedObject,
  type SharedRun,
  schedulers,
} from '../shared-memory/index.ts'
import { memoryObject, type OnMemory } from './on-memory.ts'

/** What a run of an algorithm over registers is given: the seed is that of the scheduler and of the coins. */
export type MemoryRun = Pick<SharedRun, 'scheduler' | 'seed' | 'steps' | 'listener' | 'schedule'>

/** What all accesses of a run have come to: remote references are those of a cache-coherent and of a distributed memory. */
export interface MemoryAccesses {
  readonly reads: number
  readonly writes: number
  readonly cc: number
  readonly dsm: number
}

/** The final configuration of an execution on shared memory, with what its accesses have cost. */
export interface MemoryView extends ConfigurationView<OnMemory> {
  readonly accesses: MemoryAccesses
}

/** An execution of an algorithm over registers: as one of the algorithm, and as one on shared memory. */
export interface MemoryExecution {
  readonly execution: Execution<OnMemory> & { readonly final: MemoryView }
  readonly shared: SharedExecution
  /** What ran on shared memory. */
  readonly object: SharedObject
}

/**
 * Runs an algorithm over registers until no message is under way: all have been written and read. Throws an InputError where the
 * algorithm passes messages, or where the scheduler lets some processors wait for ever.
 */
export function executeOnMemory(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  run: MemoryRun,
): MemoryExecution {
  const { n } = instance.network
  const { scheduler = 'random', seed } = run
  const object = memoryObject(algorithm, instance, seed)
  assertFair(algorithm, scheduler, n)
  const shared = executeShared(object, { ...run, ...memoryCalls(instance), n, check: false })
  const states = shared.states as readonly OnMemory[]
  const final: MemoryView = {
    instance,
    states,
    terminated: (p) => states[p]!.over,
    accesses: accessesOf(shared),
  }
  const outcome = shared.outcome.kind === 'terminated' ? judged(algorithm, final) : shared.outcome
  const execution = { outcome, checked: null, measures: measuresOf(final, shared), final }
  return { execution, shared, object }
}

/** What processors are asked for: one turn after the other for ever, but who has no channel, which has nothing to do. */
export const memoryCalls = ({
  network,
}: Pick<Instance, 'network'>): Pick<SharedRun, 'calls' | 'repeats'> => ({
  calls: Array.from({ length: network.n }, (_, p) =>
    network.degree(p) === 0 ? [] : [{ operation: 0, argument: null }],
  ),
  repeats: true,
})

/** The system of such an execution, for the definitions. */
export function memorySystem({ object, execution }: MemoryExecution): SharedMemorySystem {
  const { instance } = execution.final
  const calls = memoryCalls(instance).calls!
  const passages = calls.map(({ length }) => (length === 0 ? 0 : Number.POSITIVE_INFINITY))
  return { algorithm: object, n: calls.length, passages, calls }
}

/** Throws an InputError unless a scheduler lets everybody take steps for ever who has steps to take for ever. */
export function assertFair({ name }: AnyAlgorithm, scheduler: string, n: number): void {
  const { entry } = schedulers.at(scheduler, n)
  if (entry.starves !== true) return
  const fair = schedulers.entries.filter(({ starves }) => starves !== true).map((one) => one.name)
  throw new InputError(
    `${name}: under the scheduler ${entry.name} some take no step as long as others can, which poll for ever here; fair are ${fair.join(', ')}`,
  )
}

/** How an execution has ended in which nothing is under way any more. */
function judged({ properties = {}, terminates }: AnyAlgorithm, final: MemoryView): Outcome {
  for (const [property, { check }] of Object.entries(properties)) {
    const reason = check(final)
    if (reason !== true) return { kind: 'violated', property, reason }
  }
  const running = final.states.filter(({ over }) => !over).length
  if (running === 0) return { kind: 'terminated' }
  if (!terminates) return { kind: 'quiescent' }
  const reason = `${running} of ${final.states.length} processors have not terminated, and nothing is in transit`
  return { kind: 'violated', property: 'termination', reason }
}

function accessesOf({ measures }: SharedExecution): MemoryAccesses {
  const all = measures.operations!.all
  const total = (count: keyof NonNullable<typeof all>['mean']) =>
    all === null ? 0 : Math.round(all.mean[count] * all.passages)
  return { reads: total('reads'), writes: total('writes'), cc: total('cc'), dsm: total('dsm') }
}

function measuresOf({ instance, states }: MemoryView, { measures }: SharedExecution): Measures {
  const messagesByType: Record<string, number> = {}
  for (const { sent } of states)
    for (const [type, count] of Object.entries(sent))
      messagesByType[type] = (messagesByType[type] ?? 0) + count
  const sums = states.map(({ sent }) => Object.values(sent).reduce((sum, count) => sum + count, 0))
  return {
    messages: sums.reduce((sum, count) => sum + count, 0),
    messagesByType,
    bits: null,
    bitsMax: null,
    bitsLoad: null,
    time: measures.time ?? 0,
    marks: {},
    delayMax: 0,
    timeUnit: 1,
    compEvents: measures.steps,
    initiators: Array.from(instance.wakeTimes).filter(Number.isFinite).length,
    sentMax: Math.max(0, ...sums),
  }
}
