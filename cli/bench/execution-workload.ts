import {
  type AnyAlgorithm,
  type Cell,
  type DelayModel,
  execute,
  type Graph,
  prepareInstance,
  type Random,
  Streams,
  type Timing,
} from '../../engine/index.ts'
import type { Workload } from './workload.ts'

interface Parts {
  readonly name: string
  readonly title: string
  readonly algorithm: AnyAlgorithm
  readonly topology: string
  readonly n: number
  readonly inputs: string
  /** Null in rounds. */
  readonly delays: ((graph: Graph, stream: Random) => DelayModel) | null
  /** Default: whether there are delays. */
  readonly queued?: boolean
  readonly reference?: string
  /** After how many messages a run that has no end is stopped. */
  readonly stopAfter?: number
}

/** The execution of an algorithm. */
export function execution(parts: Parts): Workload {
  const {
    name,
    algorithm,
    topology,
    n,
    inputs,
    delays,
    queued = delays !== null,
    reference = name,
    stopAfter = Number.POSITIVE_INFINITY,
  } = parts
  const cell: Cell = {
    algorithm: algorithm.name,
    timing: delays === null ? 'synchronous' : 'asynchronous',
    topology,
    n,
    delay: null,
    wakeup: 'all',
    faults: 'none',
    inputs,
    replicate: 0,
    seed: 1,
  }
  return {
    name,
    title: `${parts.title}, n = ${n.toLocaleString('en')}`,
    queued,
    reference,
    prepare(create) {
      const { instance } = prepareInstance(algorithm, cell, () => '')
      const { network } = instance
      return (messagesMax = stopAfter) => {
        const budget = { messages: Math.min(stopAfter, messagesMax) }
        const timing: Timing =
          delays === null
            ? { kind: 'synchronous' }
            : { kind: 'asynchronous', delays: delays(network, new Streams(1).stream('delays')) }
        return () => {
          const queue = create === undefined ? {} : { queue: create(2 * network.m) }
          const { outcome, measures } = execute(algorithm, instance, timing, { ...queue, budget })
          if (outcome.kind === 'violated' || outcome.kind === 'failed')
            throw new Error(`${name}: ${outcome.reason}`)
          return measures.messages
        }
      }
    },
  }
}
