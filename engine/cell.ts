import { InputError } from './errors.ts'
import { assignInputs, parseInputs } from './inputs/index.ts'
import { ComputedInstance } from './instance.ts'
import type { AnyAlgorithm, Setting } from './model/index.ts'
import { Streams } from './random.ts'
import type { Timing } from './simulation/execute.ts'
import { createDelays } from './timing/index.ts'
import { buildTopology } from './topology/index.ts'
import { createWakeTimes } from './wake-up/index.ts'

/**
 * What a number says of a cost that is a maximum over executions: it is the cost of one run, the largest that a search
 * found, that of an execution which the proof of a lower bound constructs, or the largest over all schedules.
 */
export const evidences = ['sampled', 'searched', 'forced', 'exact'] as const

export type Evidence = (typeof evidences)[number]

/** One point of an experiment's grid. Together with the algorithm's code it determines the run entirely. */
export interface Cell {
  readonly algorithm: string
  readonly timing: 'synchronous' | 'asynchronous'
  readonly topology: string
  /** Processors asked for; 0 where the topology brings its own number. */
  readonly n: number
  /** Empty in the synchronous model. */
  readonly delay: string
  readonly wakeup: string
  readonly faults: 'none'
  readonly inputs: string
  /** 0, 1, 2 …: which of the independent repetitions. */
  readonly replicate: number
  /**
   * Determines every random choice. It comes from the experiment's seed, the topology, n and the replicate alone,
   * so cells that differ only in algorithm, delays or wake-up meet the same network and the same random numbers.
   */
  readonly seed: number
  /** Absent where the run is sampled. Otherwise an adversary chooses the schedule, and `delay` is empty. */
  readonly evidence?: Exclude<Evidence, 'sampled'>
}

/** A cell made concrete: what to run and when its events happen. */
export interface PreparedCell {
  readonly instance: ComputedInstance
  readonly timing: Timing
  readonly setting: Setting
}

/**
 * Builds the network, inputs, wake-up times and delays of a cell. `readFile` gives the text of a named file;
 * `build` may keep networks, since the same topology, n and seed always give the same one.
 */
export function prepareCell(
  algorithm: AnyAlgorithm,
  cell: Cell,
  readFile: (path: string) => string,
  build = buildTopology,
): PreparedCell {
  if (cell.faults !== 'none') throw new InputError(`unknown faults “${cell.faults}”; known: none`)
  const streams = new Streams(cell.seed)
  const built = build(cell.topology, { n: cell.n, stream: streams.stream('topology'), readFile })
  const inputs = parseInputs(cell.inputs).values
  const { graph, ids, values, root } = assignInputs(inputs, built, algorithm, streams)
  const wakeTimes = createWakeTimes(cell.wakeup, { n: graph.n, root, ids, stream: streams.stream('wake-up') })
  const instance = new ComputedInstance(graph, { ids, values, root, wakeTimes })
  const setting = {
    instance,
    timing: cell.timing,
    unitDelays: cell.timing === 'synchronous' || cell.delay === 'constant',
    identifiers: inputs.ids,
  }
  if (cell.timing === 'synchronous') return { instance, timing: { kind: 'synchronous' }, setting }
  const stream = streams.stream('delays')
  const delays = createDelays(cell.delay, { graph, stream, readFile, algorithm, instance })
  return { instance, timing: { kind: 'asynchronous', delays }, setting }
}
