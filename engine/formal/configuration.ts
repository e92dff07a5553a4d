import type * as model from '../model/index.ts'
import type { Crossing, Knowledge, Standing } from '../model/index.ts'
import { unasked } from '../services/index.ts'
import { tellers } from '../simulation/machine/knowledge.ts'
import type { Letter } from './letter.ts'
import type { System } from './system.ts'
import type { Status, StepResult } from './transition.ts'

/**
 * The state of a processor, which includes its buffers: for each channel, inbuf holds the messages that were
 * delivered and not yet processed, outbuf those that were sent and not yet delivered. Attiya & Welch, section 2.1.1.
 */
export interface ProcessorState {
  readonly status: Status
  /** What the algorithm calls the state. */
  readonly state: object
  readonly inbufs: readonly (readonly Letter[])[]
  readonly outbufs: readonly (readonly Letter[])[]
  /** How many coins the processor has flipped. */
  readonly flips: number
  /** The marks that the processor has made. */
  readonly marks: readonly string[]
  /** What the processor did in its last event; null if it has had none. */
  readonly step: StepResult | null
  /** How things stand with those who use the processor. */
  readonly standing: Standing
  /** Whether it has crashed, and whether it has failed in any way. */
  readonly crashed: boolean
  readonly failed: boolean
}

/** A configuration: one state for each processor. A value: events make new ones and change none. */
export interface Configuration {
  readonly system: System
  readonly processors: readonly ProcessorState[]
  /** How many messages have been sent; the number of the next one. */
  readonly sent: number
  /** How many of them do not count: nobody sent them, or a liar did. */
  readonly uncounted: number
  /** What has crossed the interfaces of processors so far. */
  readonly crossings: readonly (Crossing & { readonly processor: number })[]
}

/** The initial configuration: every processor is in its initial state, and all buffers are empty. */
export function initialConfiguration(system: System): Configuration {
  const { algorithm, instance, seed = 0 } = system
  const { network } = instance
  const tell = tellers(algorithm, instance, network, seed)
  const processors = Array.from({ length: network.n }, (_, p): ProcessorState => {
    const empty = Array.from({ length: network.degree(p) }, () => [])
    const state = algorithm.initially(tell(p) as Knowledge)
    return {
      status: 'asleep',
      state,
      inbufs: empty,
      outbufs: empty,
      flips: 0,
      marks: [],
      step: null,
      standing: unasked,
      crashed: false,
      failed: system.faults?.liars.has(p) ?? false,
    }
  })
  return { system, processors, sent: 0, uncounted: 0, crossings: [] }
}

/** The configuration with another state for one processor. */
export function withProcessor(
  configuration: Configuration,
  processor: number,
  changes: Partial<ProcessorState>,
): Configuration {
  const { processors } = configuration
  return {
    ...configuration,
    processors: processors.with(processor, { ...processors[processor]!, ...changes }),
  }
}

/** The messages in transit: sent and not yet processed, in outbufs and inbufs. */
export function inTransit({ processors }: Configuration): readonly Letter[] {
  return processors.flatMap(({ inbufs, outbufs }) => [...inbufs, ...outbufs].flat())
}

/** What a processor sent in the event between two configurations, in the order of sending. */
export function sentBy(before: Configuration, after: Configuration, processor: number): readonly Letter[] {
  const { outbufs } = after.processors[processor]!
  return outbufs
    .flat()
    .filter(({ id }) => id >= before.sent)
    .sort((a, b) => a.id - b.id)
}

/** The configuration as properties see it; `over`: it is the last of its execution. */
export function view({ system, processors }: Configuration, over = false): model.ConfigurationView {
  const { faults = null } = system
  return {
    instance: system.instance,
    states: processors.map(({ state }) => state),
    terminated: (p) => processors[p]!.status === 'terminated' && !processors[p]!.crashed,
    crashed: (p) => processors[p]!.crashed,
    ...(faults !== null && { faulty: (p) => (over ? processors[p]!.failed : faults.mayFail(p)) }),
  }
}
