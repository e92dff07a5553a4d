import {
  type AnyAlgorithm,
  assertRequirements,
  buildTopology,
  ComputedInstance,
  createClocks,
  delays,
  InputError,
  Random,
  Streams,
  topologies,
} from '../../engine/index.ts'

/** A small member of every family of networks that the algorithm runs on, and the number of processors asked for. */
export function topologySpecs(algorithm: AnyAlgorithm): readonly (readonly [string, number])[] {
  return topologies.entries
    .map(({ name }) => (name === 'file' ? (['file:channels', 0] as const) : ([name, 16] as const)))
    .filter(([topology, n]) => runsOn(algorithm, topology, n))
}

/** The members with these sizes of all families on which the algorithm can run. */
export function networksFor(
  algorithm: AnyAlgorithm,
  sizes: readonly number[],
): { topology: string; n: number }[] {
  return topologies.entries
    .filter(({ fixedSize }) => !fixedSize)
    .flatMap((entry) => {
      const { name, random } = entry
      const { values } = topologies.parse(name)
      // A random network may be a tree or complete by chance.
      if (random && !runsOn(algorithm, name, 16)) return []
      return sizes
        .filter((n) => entry.sizeProblem(n, values) === null && runsOn(algorithm, name, n))
        .map((n) => ({ topology: name, n }))
    })
}

function runsOn(algorithm: AnyAlgorithm, topology: string, n: number): boolean {
  try {
    const graph = buildTopology(topology, { n, stream: new Random(1, 2, 3, 4), readFile })
    const timing =
      algorithm.uponRound !== undefined || algorithm.requires.synchronous ? 'synchronous' : 'asynchronous'
    assertRequirements(
      algorithm,
      new ComputedInstance(graph, {
        weights: Float64Array.from({ length: graph.m }, (_, i) => i),
        clocks: createClocks('perfect', graph.n, new Streams(0)),
        delayBounds: { min: 0, max: 1 },
      }),
      timing,
    )
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}

/**
 * Whether an execution is over after not too many messages. A token that goes round until all have been served would go
 * round a trillion times before anybody asks again, if an adversary let it take next to no time.
 */
export const comesToAnEnd = ({ service, stopWhen }: AnyAlgorithm, delay: string): boolean =>
  service === undefined ||
  stopWhen === undefined ||
  !/^(starve|fast-chain|slowest-path-first|last-in-first-out|news)/.test(delay)

/** Whether an algorithm that must know bounds on delays can be run with these. */
export const hasBoundsFor = ({ requires }: AnyAlgorithm, delay: string): boolean =>
  requires.delayBounds !== true || !/^(exponential|pareto|log-normal|matrix|sampled|gst)/.test(delay)

/** Whether an algorithm runs in rounds as well: clocks do not. */
export const hasRounds = ({ requires }: AnyAlgorithm): boolean => requires.clocks !== true

/** Every model of time that the algorithm runs in, with every delay there is. */
export function delaySpecs(
  algorithm: AnyAlgorithm,
  topology: string,
): readonly (readonly [Timing, string])[] {
  const { requires, uponRound, worstDelays } = algorithm
  const rounds = ['synchronous', ''] as const
  if (requires.synchronous || uponRound !== undefined) return [rounds]
  const families = delays.entries.filter(
    ({ name }) =>
      (name !== 'distance' || topology === 'random-geometric') &&
      (name !== 'worst' || worstDelays !== undefined) &&
      comesToAnEnd(algorithm, name) &&
      hasBoundsFor(algorithm, name),
  )
  const timed = families.map(({ name }) => ['asynchronous', fromFile[name] ?? name] as const)
  return hasRounds(algorithm) ? [rounds, ...timed] : timed
}

type Timing = 'synchronous' | 'asynchronous'

const fromFile: Readonly<Record<string, string>> = {
  matrix: 'matrix:latencies',
  sampled: 'sampled:latencies',
  table: 'table:delays,default=0.25',
}

/** The texts of the files that these specs name. */
export function readFile(path: string): string {
  if (path === 'channels') return '0 1\n1 2\n2 0\n2 3\n3 4\n'
  if (path === 'delays') return 'from to delay\n'
  const row = (i: number) => Array.from({ length: 32 }, (_, j) => (i === j ? 0 : 1 + ((7 * i + 3 * j) % 11)))
  return Array.from({ length: 32 }, (_, i) => row(i).join(',')).join('\n')
}
