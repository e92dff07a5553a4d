import {
  type AnyAlgorithm,
  assertRequirements,
  type Cell,
  type FilesRead,
  filesRead,
  InputError,
  type PreparedInstance,
  topologies,
} from '../../engine/index.ts'
import { assertHasForcedCase, assertHasSchedules, type CellBuilder, worstSizes } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import { sizesOf } from './cells.ts'

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
  evidence,
}: Cell): string => JSON.stringify([algorithm, timing, topology, delay, wakeup, inputs, weights, evidence])

/**
 * Checks, before anything runs, what can be known in advance: that every topology has a member of every size, and
 * that the smallest can be built with these inputs and meets what each algorithm requires. Throws an InputError.
 */
export function preflight(experiment: Experiment, cells: readonly Cell[], builder: CellBuilder): Samples {
  const { sizes, worstCases } = experiment
  const all = [...sizes, ...worstSizes(worstCases)]
  for (const spec of experiment.topologies) assertSizes({ sizes: all }, spec)
  const smallest = new Map<string, Cell>()
  for (const cell of cells) {
    const key = combinationOf(cell)
    const known = smallest.get(key)
    if (known === undefined || cell.n < known.n) smallest.set(key, cell)
  }
  return new Map([...smallest].map(([key, cell]) => [key, prepareSample(experiment, cell, builder)]))
}

function assertSizes(experiment: Pick<Experiment, 'sizes'>, spec: string): void {
  const { entry, values } = topologies.parse(spec)
  if (entry.fixedSize) return
  for (const n of sizesOf(experiment, spec)) {
    const problem = entry.sizeProblem(n, values)
    if (problem !== null)
      throw new InputError(`topology ${spec} has no member with n = ${n}: it needs ${problem}`)
  }
}

function prepareSample(experiment: Experiment, cell: Cell, builder: CellBuilder): Sample {
  const algorithm = experiment.algorithms.find(({ name }) => name === cell.algorithm)!
  try {
    const sampled = cell.evidence === undefined
    const prepared = sampled ? builder.prepare(algorithm, cell) : builder.prepareInstance(algorithm, cell)
    const { instance, setting } = prepared
    assertRequirements(algorithm, instance, cell.timing)
    if (!sampled) assertHasSchedules(algorithm, instance)
    if (cell.evidence === 'forced') assertHasForcedCase(algorithm, instance)
    return { algorithm, cell, instance, setting, files: filesRead(prepared) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const size = cell.n === 0 ? '' : ` (n = ${cell.n})`
    throw new InputError(`topology ${cell.topology}${size}: ${error.message}`)
  }
}
