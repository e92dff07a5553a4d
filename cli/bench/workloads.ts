import { flooding, lcr, spanningTreeFlood } from '../../algorithms/index.ts'
import { createDelays, type DelayModel, type Graph, type Random } from '../../engine/index.ts'
import { execution } from './execution-workload.ts'
import { hold } from './hold-workload.ts'
import { jobsPerProcess, phold, pholdDelays } from './phold.ts'
import type { Workload } from './workload.ts'

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
