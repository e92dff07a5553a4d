/**
 * Searches for worst cases that are known, on one thread, and tells how close it comes: for each algorithm the known
 * value, what was found in how many runs and seconds, and what as many random samples find. Arguments: the sizes;
 * default: 16 and 64.
 */
import {
  bfsRelax,
  dfsTreeNoRoot,
  echo,
  hirschbergSinclair,
  lcr,
  spanningTreeFlood,
} from '../algorithms/index.ts'
import {
  type AnyAlgorithm,
  attack,
  buildTopology,
  ComputedInstance,
  objectiveNamed,
  recordSchedule,
  Streams,
  timeSchedule,
} from '../engine/index.ts'
import { Machine } from '../engine/simulation/machine/machine.ts'
import { ScheduledLoop } from '../engine/worst-case/scheduled-loop.ts'
import { mostProbing } from '../test/helpers/most-probing.ts'

interface KnownWorst {
  readonly algorithm: AnyAlgorithm
  readonly topology: string
  readonly objective: string
  readonly worst: (n: number, problem: ComputedInstance) => number
  readonly runs: number
}

const cases: readonly KnownWorst[] = [
  { algorithm: lcr, topology: 'ring', objective: 'messages', worst: (n) => (n * (n + 3)) / 2, runs: 500 },
  { algorithm: lcr, topology: 'ring', objective: 'time', worst: (n) => 3 * n - 1, runs: 500 },
  {
    algorithm: hirschbergSinclair,
    topology: 'ring',
    objective: 'messages',
    worst: (n) => mostProbing(n) + n,
    runs: 5000,
  },
  {
    algorithm: dfsTreeNoRoot,
    topology: 'clique-with-pendants',
    objective: 'messages',
    worst: pendantsInTurn,
    runs: 1000,
  },
  {
    algorithm: spanningTreeFlood,
    topology: 'complete',
    objective: 'tree_depth',
    worst: (n) => n - 1,
    runs: 200,
  },
  { algorithm: echo, topology: 'complete', objective: 'time', worst: (n) => n + 1, runs: 500 },
  {
    algorithm: bfsRelax,
    topology: 'complete',
    objective: 'messages',
    // Whoever is reached as the k-th has at most distance k to begin with, and each distance is told to n − 2 others.
    worst: (n) => n - 1 + ((n - 2) * n * (n - 1)) / 2,
    runs: 200,
  },
]

/**
 * The messages of an adversary made by hand against Algorithm 4: the pendants wake in the order of their identifiers, each
 * just before the search of its predecessor, which has gone through the whole clique, reaches it.
 */
function pendantsInTurn(n: number, { network }: ComputedInstance): number {
  const pendants = Array.from({ length: n }, (_, p) => p).filter((p) => network.degree(p) === 1)
  const wakeTimes = new Float64Array(n).fill(Number.POSITIVE_INFINITY)
  const machine = new Machine(dfsTreeNoRoot, new ComputedInstance(network, { wakeTimes }), new Streams(0))
  machine.initialize()
  const loop = new ScheduledLoop(dfsTreeNoRoot, machine, (_, message) => message)
  loop.run({ initiators: pendants, when: 'before a message' }, 1e7)
  return machine.messages
}

function compare({ algorithm, topology, objective, worst, runs }: KnownWorst, n: number): string {
  const stream = new Streams(1).stream('topology')
  const problem = new ComputedInstance(buildTopology(topology, { n, stream, readFile: () => '' }))
  const options = { objective: objectiveNamed(objective, algorithm), seed: 1, messagesMax: 1e7 }
  const start = performance.now()
  const found = attack(algorithm, problem, { ...options, runs })
  const seconds = (performance.now() - start) / 1000
  const sampled = attack(algorithm, problem, { ...options, runs, strategies: ['random'] })
  const timed = timeSchedule(algorithm, found.instance, found.schedule, found.wakeUps)
  const { outcome } = recordSchedule(algorithm, found.instance, timed).execution
  const known = worst(n, problem)
  const figures = [known, found.best, (found.best / known).toFixed(3), sampled.best, runs, found.run]
  const cells = [algorithm.name, topology, objective, n, ...figures, seconds.toFixed(1), outcome.kind]
  return `| ${cells.join(' | ')} |`
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [16, 64]
const heads = [
  'algorithm',
  'topology',
  'objective',
  'n',
  'known',
  'found',
  'ratio',
  'sampled',
  'runs',
  'found in',
  's',
  'outcome',
]
process.stdout.write(`| ${heads.join(' | ')} |\n|${heads.map(() => '---|').join('')}\n`)
for (const n of sizes) for (const known of cases) process.stdout.write(`${compare(known, n)}\n`)
