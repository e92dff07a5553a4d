import {
  type AnyAlgorithm,
  assertExplorable,
  assertRequirements,
  assignInputs,
  type Call,
  type Cell,
  ComputedInstance,
  callsFor,
  connectedGraphs,
  countVariations,
  createWakeTimes,
  createWeights,
  InputError,
  parseInputs,
  Streams,
  variations,
  type WakeUps,
} from '../../../engine/index.ts'
import { CellBuilder } from '../../cell/index.ts'
import { readChunks } from '../../files/read-chunks.ts'
import { readFile } from '../../files/read-file.ts'
import { loadAlgorithm } from '../../loading/load.ts'
import { loadCell } from '../../loading/load-specs.ts'

/** What an exploration can go through all of: connected graphs of n processors, and what instances of one differ in. */
export const explorable = ['graphs', 'ids', 'root', 'ports'] as const
/** What an exploration may vary beside the schedule. */
export type Explorable = (typeof explorable)[number]

/** An exploration, as data: from it each worker makes the same instances. */
export interface ExploreSetup {
  /** The algorithm's name, or the path of a module: ./mine.ts#name. */
  readonly algorithm: string
  /** The instance, where it is not varied; delays play no part. The topology is not looked at if graphs are. */
  readonly cell: Cell
  readonly over: readonly Explorable[]
  readonly wakeUps: WakeUps
  /** Null: what the algorithm is written for. */
  readonly timing: Cell['timing'] | null
  /** Configurations of one instance. */
  readonly states: number
  readonly time: boolean
  readonly reduce: boolean
}

/** An exploration that can begin. */
export interface PreparedExploration {
  readonly algorithm: AnyAlgorithm
  readonly timing: Cell['timing']
  /** The rule by which identifiers are assigned, on which claims may depend. */
  readonly identifiers: string
  /** All instances, in an order that never changes. */
  instances(): Generator<ComputedInstance>
  /** What each processor of an instance is asked for, one after the other; nothing, if the algorithm offers no service. */
  callsOn(instance: ComputedInstance): readonly (readonly Call[])[]
}

const instancesMax = 1_000_000

/** Makes an exploration concrete. Throws an InputError if it makes no sense. */
export async function prepareExploration(setup: ExploreSetup): Promise<PreparedExploration> {
  const { wakeUps } = setup
  const algorithm = await loadAlgorithm(setup.algorithm)
  const timing = setup.timing ?? timingFor(algorithm)
  const cell = { ...(await loadCell(setup.cell)), timing }
  if (wakeUps === 'chosen' && timing === 'synchronous')
    throw new InputError(
      '--wakeup any: in rounds, explore needs to be told who wakes when, such as --wakeup all',
    )
  if (
    wakeUps === 'chosen' &&
    (algorithm.requires.initiators !== undefined || algorithm.requires.root === true)
  )
    throw new InputError(
      `--wakeup any: ${algorithm.name} needs its ${algorithm.requires.root ? 'root' : 'processors'} to wake at time 0`,
    )
  assertUse(algorithm, setup, timing)
  const over = new Set<string>(setup.over)
  const first = setup.over.includes('graphs')
    ? graphInstances(algorithm, cell)
    : [oneInstance(algorithm, cell)]
  const count = first.reduce((sum, problem) => sum + countVariations(algorithm, problem, over), 0)
  if (count > instancesMax)
    throw new InputError(
      `--over ${setup.over.join()}: there are ${count.toLocaleString('en')} instances; explore goes through ${instancesMax.toLocaleString('en')} at most`,
    )
  for (const problem of first) {
    if (timing === 'asynchronous') assertExplorable(algorithm, problem)
    assertRequirements(algorithm, problem, timing)
  }
  return {
    algorithm,
    timing,
    identifiers: over.has('ids') ? 'given' : parseInputs(cell.inputs).values.ids,
    *instances() {
      for (const problem of first) yield* variations(algorithm, problem, over)
    },
    callsOn(instance) {
      return callsFor(algorithm, instance, cell)
    },
  }
}

/** Throws an InputError unless exploration can choose when a service is used. */
function assertUse({ name, service }: AnyAlgorithm, { wakeUps }: ExploreSetup, timing: Cell['timing']): void {
  if (service === undefined) return
  if (timing === 'synchronous')
    throw new InputError(
      `${name} offers a service; explore chooses when it is used, which has no rounds: leave out --timing`,
    )
  if (wakeUps === 'chosen')
    throw new InputError(
      `--wakeup any: ${name} offers a service; explore chooses when it is used, not who wakes`,
    )
}

/** The timing that an algorithm is written for. */
const timingFor = ({ uponRound, requires }: AnyAlgorithm): Cell['timing'] =>
  uponRound !== undefined || requires.synchronous === true ? 'synchronous' : 'asynchronous'

function oneInstance(algorithm: AnyAlgorithm, cell: Cell): ComputedInstance {
  return new CellBuilder(readFile, readChunks).prepareInstance(algorithm, cell).instance
}

/** An instance on each connected graph of n processors. */
function graphInstances(
  algorithm: AnyAlgorithm,
  { n, inputs, weights, wakeup, seed }: Cell,
): ComputedInstance[] {
  return connectedGraphs(n).map((graph) => {
    const streams = new Streams(seed)
    const assigned = assignInputs(parseInputs(inputs), graph, algorithm, streams)
    const { ids, values, root } = assigned
    const wakeTimes = createWakeTimes(wakeup, { n, root, ids, stream: streams.stream('wake-up') })
    const weighted =
      weights === undefined ? null : createWeights(weights, { graph, stream: streams.stream('weights') })
    return new ComputedInstance(assigned.graph, { ids, values, root, weights: weighted, wakeTimes })
  })
}
