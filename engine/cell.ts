import { createClocks } from './clocks/index.ts'
import { InputError } from './errors.ts'
import { beyondResilience, createFaults, exposedTo, type FaultPlan, none } from './faults/index.ts'
import { assignInputs, parseInputs } from './inputs/index.ts'
import { ComputedInstance } from './instance.ts'
import type { AnyAlgorithm, Clock, DelayBounds, Setting } from './model/index.ts'
import { Streams } from './random.ts'
import type { Timing } from './simulation/execute.ts'
import { boundsOf } from './timing/delay-model.ts'
import { createDelays, delays as delayFamilies } from './timing/index.ts'
import { buildTopology } from './topology/index.ts'
import { understood } from './topology/understood.ts'
import { createWakeTimes } from './wake-up/index.ts'
import { createWeights } from './weights/index.ts'
import { createWorkload } from './workload/index.ts'

/**
 * What a number says of a cost that is a maximum over executions: it is the cost of one run, the largest that a search
 * found, that of an execution which the proof of a lower bound constructs, or the largest over all schedules.
 */
export const evidences = ['sampled', 'searched', 'forced', 'exact'] as const

/** What the costs of a row are: those of one run, or the largest that were found or that there are. */
export type Evidence = (typeof evidences)[number]

/** One point of an experiment's grid. Together with the algorithm's code it determines the run entirely. */
export interface Cell {
  readonly algorithm: string
  readonly timing: 'synchronous' | 'asynchronous'
  readonly topology: string
  /** Processors asked for; 0 where the topology brings its own number. */
  readonly n: number
  /** In shared memory, the scheduler. Null where there are none: in the synchronous model, and where an adversary chooses the schedule. */
  readonly delay: string | null
  readonly wakeup: string
  /** What fails: a spec, or `none`. */
  readonly faults: string
  /** How many may fail, as algorithms are told that require a resilience. Absent: as many as the faults make faulty. */
  readonly f?: number
  readonly inputs: string
  /** The rule for the weights of channels; absent where they have none. */
  readonly weights?: string
  /** The rule for the clocks of processors; absent where they are perfect, or the algorithm reads none. */
  readonly clocks?: string
  /** What the processors are asked for; absent where it is the usual workload of the service, or there is none. */
  readonly workload?: string
  /** 0, 1, 2 …: which of the independent repetitions. */
  readonly replicate: number
  /**
   * Determines every random choice. It comes from the experiment's seed, the topology, n and the replicate alone,
   * so cells that differ only in algorithm, delays or wake-up meet the same network and the same random numbers.
   */
  readonly seed: number
  /** Absent where the run is sampled. Otherwise an adversary chooses the schedule. */
  readonly evidence?: Exclude<Evidence, 'sampled'>
}

/** What to run. */
export interface PreparedInstance {
  readonly instance: ComputedInstance
  readonly setting: Setting
}

/** A cell made concrete: what to run and when its events happen. */
export interface PreparedCell extends PreparedInstance {
  readonly timing: Timing
  /** What fails in one execution; null if nothing does. */
  readonly faults?: FaultPlan | null
}

/**
 * Builds the network, inputs and wake-up times of a cell. `readFile` gives the text of a named file; `build` may keep
 * networks, since the same topology, n and seed always give the same one.
 */
export function prepareInstance(
  algorithm: AnyAlgorithm,
  cell: Cell,
  readFile: (path: string) => string,
  build = buildTopology,
): PreparedInstance {
  const streams = new Streams(cell.seed)
  const built = build(cell.topology, { n: cell.n, stream: streams.stream('topology'), readFile })
  const inputs = parseInputs(cell.inputs)
  const { graph, ids, values, fields, root } = assignInputs(inputs, built, algorithm, streams)
  const wakeTimes = createWakeTimes(cell.wakeup, { n: graph.n, root, ids, stream: streams.stream('wake-up') })
  const weights =
    cell.weights === undefined
      ? null
      : createWeights(cell.weights, { graph: built, stream: streams.stream('weights') })
  const clocks = clocksOf(algorithm, cell, graph.n, streams)
  const { n } = graph
  const f = cell.f ?? exposedTo(cell.faults, n).faulty
  const parts = { ids, values, fields, root, weights, clocks, f, wakeTimes }
  const instance = new ComputedInstance(graph, { ...parts, delayBounds: roundBounds(algorithm, cell) })
  const beyond = beyondResilience(algorithm, { n, f, faults: cell.faults })
  // What does not fit the instance is refused before anything runs.
  if (cell.workload !== undefined) createWorkload(algorithm, instance, new Streams(cell.seed), cell.workload)
  const workload = cell.workload ?? algorithm.service?.workload
  const { timing, delay } = cell
  const unitDelays =
    timing === 'synchronous' || (delay !== null && delayFamilies.parse(delay).entry.unit === true)
  const setting = {
    instance,
    timing,
    unitDelays,
    ...(delay !== null && { delay }),
    ...(cell.clocks !== undefined && { clocks: cell.clocks }),
    identifiers: inputs.values.ids,
    ...(workload !== undefined && { workload }),
    ...(cell.faults !== none && { faults: cell.faults }),
    ...(beyond !== null && { beyond }),
  }
  return { instance, setting }
}

/** The clocks of a cell; null if the algorithm reads none. Throws an InputError if the cell asks for them nevertheless. */
function clocksOf(
  { name, requires }: AnyAlgorithm,
  { clocks }: Pick<Cell, 'clocks'>,
  n: number,
  streams: Streams,
): readonly Clock[] | null {
  if (requires.clocks === true) return createClocks(clocks ?? 'perfect', n, streams)
  if (clocks === undefined) return null
  throw new InputError(`${name} reads no clocks (${clocks}); leave the clocks out`)
}

/** What is known of delays in rounds, by who asks: every message takes one. */
const roundBounds = ({ requires }: AnyAlgorithm, { timing }: Cell): DelayBounds | null =>
  requires.delayBounds && timing === 'synchronous' ? { min: 1, max: 1 } : null

/** The same with the delays. Throws an InputError if there are none because an adversary chooses the schedule. */
export function prepareCell(
  algorithm: AnyAlgorithm,
  cell: Cell,
  readFile: (path: string) => string,
  build = buildTopology,
): PreparedCell {
  const { timing, delay } = cell
  const known = prepareInstance(algorithm, cell, readFile, build)
  const faults = createFaults(cell.faults, algorithm, known.instance, timing, new Streams(cell.seed))
  const prepared = { ...known, faults }
  if (timing === 'synchronous') return { ...prepared, timing: { kind: timing } }
  if (delay === null)
    throw new InputError('an asynchronous cell needs delays to run with; only an adversary does without')
  const { instance, setting } = prepared
  const stream = new Streams(cell.seed).stream('delays')
  const context = { graph: instance.network, stream, readFile, algorithm, instance }
  const delays = createDelays(delay, context)
  const made = { ...prepared, timing: { kind: timing, delays } } as const
  if (!algorithm.requires.delayBounds) return made
  const told = instance.with({ delayBounds: boundsOf(delays) })
  return { ...made, instance: told, setting: { ...setting, instance: told } }
}

/** What was understood of the files that a cell is from; null for what is from none. */
export interface FilesRead {
  readonly network: string | null
  readonly delays: string | null
}

/** The same of a cell made concrete, with its delays or without. */
export function filesRead({ instance, timing }: PreparedInstance & { readonly timing?: Timing }): FilesRead {
  const delays = timing?.kind === 'asynchronous' && 'readAs' in timing.delays ? timing.delays.readAs : null
  return { network: understood(instance.network), delays: delays ?? null }
}
