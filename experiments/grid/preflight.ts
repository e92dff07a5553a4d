import {
  type AnyAlgorithm,
  assertFair,
  assertRequirements,
  assertWithin,
  beyondResilience,
  type Cell,
  delays,
  executeShared,
  type FilesRead,
  filesRead,
  InputError,
  isOnMemory,
  type PreparedInstance,
  schedulers,
  stabilisingSystem,
  topologies,
  wakeUps,
} from '../../engine/index.ts'
import {
  assertHasForcedCase,
  assertHasSchedules,
  type CellBuilder,
  insideOf,
  prepareOnMemory,
  sharedMemory,
  stabilisingIn,
} from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import type { Cells } from './cells.ts'

/** A cell of the smallest size, made concrete. */
export interface Sample extends PreparedInstance {
  readonly algorithm: AnyAlgorithm
  readonly cell: Cell
  readonly files: FilesRead
}

/** By combination, the sample for all cells that differ from it only in size and replicate. */
export type Samples = ReadonlyMap<string, Sample>

/** What cells of all sizes and replicates have in common. */
export const combinationOf = ({
  algorithm,
  timing,
  topology,
  delay,
  wakeup,
  inputs,
  weights,
  clocks,
  workload,
  faults,
  evidence,
}: Cell): string =>
  JSON.stringify([
    algorithm,
    timing,
    topology,
    delay,
    wakeup,
    inputs,
    weights,
    clocks,
    workload,
    faults,
    evidence,
  ])

/**
 * Checks, before anything runs, what can be known in advance: that every topology has a member of every size, and
 * that the smallest can be built with these inputs and meets what each algorithm requires. Throws an InputError.
 */
export function preflight(experiment: Experiment, all: Cells, builder: CellBuilder): Samples {
  const cells = Array.from(all.points(), ({ cell }) => cell)
  assertSizes(experiment, cells)
  assertResilience(experiment, cells)
  const smallest = new Map<string, Cell>()
  for (const cell of cells) {
    const key = combinationOf(cell)
    const known = smallest.get(key)
    if (known === undefined || cell.n < known.n) smallest.set(key, cell)
  }
  const prepared = [...smallest].filter(([, cell]) => cell.topology !== sharedMemory)
  assertShared(experiment, cells)
  return new Map(prepared.map(([key, cell]) => [key, prepareSample(experiment, cell, builder)]))
}

/** Throws an InputError where an algorithm guarantees nothing, unless the experiment is about that. */
function assertResilience({ algorithms, beyond = false }: Experiment, cells: readonly Cell[]): void {
  const seen = new Set<string>()
  for (const { algorithm: name, n, f = 0, faults } of cells) {
    const key = JSON.stringify([name, n, f, faults])
    if (n === 0 || seen.has(key)) continue
    seen.add(key)
    const reason = beyondResilience(algorithms.find((one) => one.name === name)!, { n, f, faults })
    assertWithin(reason === null ? {} : { beyond: reason }, beyond)
  }
}

/** Throws an InputError if a network has no member of a size, or if a formula in a spec has no value there. */
function assertSizes({ algorithms }: Experiment, cells: readonly Cell[]): void {
  const seen = new Set<string>()
  const known = algorithms.some(isOnMemory) ? schedulers : delays
  for (const { topology, n, delay, wakeup } of cells) {
    const key = JSON.stringify([topology, n, delay, wakeup])
    if (n === 0 || seen.has(key) || topology === sharedMemory) continue
    seen.add(key)
    const { entry, values } = topologies.at(topology, n)
    const problem = entry.sizeProblem(n, values)
    if (problem !== null)
      throw new InputError(`topology ${topology} has no member with n = ${n}: it needs ${problem}`)
    wakeUps.at(wakeup, n)
    if (delay !== null) known.at(delay, n)
  }
}

/** Throws an InputError if an algorithm for shared memory does not run with one of its numbers of processors. */
function assertShared({ algorithms }: Experiment, cells: readonly Cell[]): void {
  const seen = new Set<string>()
  for (const { algorithm: name, n, delay, workload, seed } of cells) {
    const shared = insideOf(algorithms.find((one) => one.name === name)!)
    const key = JSON.stringify([name, n, delay, workload])
    const stabilising = stabilisingIn(algorithms.find((one) => one.name === name)!)
    if (stabilising !== null) stabilisingSystem(stabilising, n)
    if (shared === null || seen.has(key)) continue
    seen.add(key)
    const asked = workload === undefined ? {} : { workload }
    executeShared(shared, { n, scheduler: delay ?? 'random', seed, steps: 0, ...asked })
  }
}

function prepareSample(experiment: Experiment, cell: Cell, builder: CellBuilder): Sample {
  const algorithm = experiment.algorithms.find(({ name }) => name === cell.algorithm)!
  try {
    if (isOnMemory(algorithm)) {
      const prepared = prepareOnMemory(algorithm, cell, builder)
      assertFair(algorithm, cell.delay!, prepared.instance.network.n)
      return { algorithm, cell, ...prepared, files: filesRead(prepared) }
    }
    const sampled = cell.evidence === undefined
    const prepared = sampled ? builder.prepare(algorithm, cell) : builder.prepareInstance(algorithm, cell)
    const { instance, setting } = prepared
    assertRequirements(algorithm, instance, cell.timing)
    assertWithin(setting, experiment.beyond === true)
    if (!sampled) assertHasSchedules(algorithm, instance, cell.evidence)
    if (cell.evidence === 'forced') assertHasForcedCase(algorithm, instance)
    return { algorithm, cell, instance, setting, files: filesRead(prepared) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const size = cell.n === 0 ? '' : ` (n = ${cell.n})`
    throw new InputError(`topology ${cell.topology}${size}: ${error.message}`)
  }
}
