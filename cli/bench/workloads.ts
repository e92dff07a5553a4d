import { flooding, lcr, spanningTreeFlood } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type Cell,
  createDelays,
  type DelayModel,
  execute,
  type Graph,
  prepareInstance,
  type Random,
  Streams,
  type Timing,
} from '../../engine/index.ts'
import { holdModel } from './hold.ts'
import { jobsPerProcess, phold, pholdDelays } from './phold.ts'
import type { QueueMaker } from './queues.ts'

/** Something to be timed: the same instance, delays and messages each time, whatever the queue. */
export interface Workload {
  /** Kebab-case, with the size in it. */
  readonly name: string
  readonly title: string
  /** Whether there is a queue in it: rounds have none, nor do executions in lockstep. */
  readonly queued: boolean
  /** The workload whose reference queue the ratios refer to: itself, unless there is no queue in it. */
  readonly reference: string
  /** Builds what all runs share. */
  prepare(create?: QueueMaker): PreparedWorkload
}

/**
 * Prepares one run and returns what is timed, which returns the number of messages. A run to warm up with is stopped
 * after about `messagesMax` of them.
 */
export type PreparedWorkload = (messagesMax?: number) => () => number

const integer = (value: number): string => value.toLocaleString('en')

/** Holds in one run. */
const holds = 2 ** 18

function hold(processes: number): Workload {
  const events = jobsPerProcess * processes
  const name = `hold-${processes}`
  return {
    name,
    title: `hold model, ${integer(events)} events`,
    queued: true,
    reference: name,
    prepare(create) {
      const run = holdModel(create!(events), events)
      // Each event has then been put back about once, and their times are spread as they stay.
      run(events)
      return (messagesMax = holds) =>
        () => {
          const count = Math.min(holds, messagesMax)
          run(count)
          return count
        }
    },
  }
}

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
function execution(parts: Parts): Workload {
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
    title: `${parts.title}, n = ${integer(n)}`,
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

const uniform = (graph: Graph, stream: Random): DelayModel =>
  createDelays('uniform', { graph, stream, readFile: () => '' })

const random = { topology: 'gnp:degree=8', inputs: 'root=first', delays: uniform } as const

const flood = (n: number): Workload =>
  execution({ ...random, name: `flooding-${n}`, title: 'flooding, random network', algorithm: flooding, n })

const spanningTree = (n: number): Workload =>
  execution({
    ...random,
    name: `spanning-tree-${n}`,
    title: 'spanning tree by flooding',
    algorithm: spanningTreeFlood,
    n,
  })

const floodInRounds = (n: number): Workload =>
  execution({
    ...random,
    name: `flooding-rounds-${n}`,
    title: 'flooding in rounds',
    algorithm: flooding,
    n,
    delays: null,
    reference: `flooding-${n}`,
  })

const ring = { algorithm: lcr, topology: 'ring', inputs: 'ids=worst' } as const

const ringElection = (n: number): Workload =>
  execution({
    ...ring,
    name: `lcr-${n}`,
    title: 'Le Lann–Chang–Roberts, worst case',
    n,
    delays: () => ({ kind: 'constant' }),
  })

/** The same as the engine runs it when it is not given a queue. */
const ringElectionInLockstep = (n: number): Workload =>
  execution({
    ...ring,
    name: `lcr-lockstep-${n}`,
    title: 'the same in lockstep',
    n,
    delays: () => ({ kind: 'constant' }),
    queued: false,
    reference: `lcr-${n}`,
  })

const pholdOn = (n: number): Workload =>
  execution({
    name: `phold-${n}`,
    title: 'PHOLD, random 8-regular network',
    algorithm: phold,
    topology: 'random-regular:degree=8',
    n,
    inputs: 'random',
    delays: (_, stream) => pholdDelays(stream),
    // Every job has then been passed on three times.
    stopAfter: 4 * jobsPerProcess * n,
  })

const [thousand, million] = [1_000, 1_000_000] as const

const quickWorkloads: readonly Workload[] = [
  hold(1024),
  pholdOn(1024),
  flood(thousand),
  flood(10 * thousand),
  spanningTree(thousand),
  ringElection(thousand),
  ringElectionInLockstep(thousand),
  floodInRounds(10 * thousand),
]

const fullWorkloads: readonly Workload[] = [
  hold(1024),
  hold(100 * thousand),
  pholdOn(1024),
  pholdOn(100 * thousand),
  flood(thousand),
  flood(10 * thousand),
  flood(100 * thousand),
  flood(million),
  spanningTree(100 * thousand),
  ringElection(4 * thousand),
  ringElectionInLockstep(4 * thousand),
  floodInRounds(100 * thousand),
]

/** The workloads of `admissible bench`; the quick ones take seconds. */
export const workloads = (quick: boolean): readonly Workload[] => (quick ? quickWorkloads : fullWorkloads)

/** The workload of a name, quick or not. */
export function workloadNamed(name: string): Workload {
  return [...fullWorkloads, ...quickWorkloads].find((workload) => workload.name === name)!
}
