import { InputError, runsInRoundsOnly } from '../../engine/index.ts'
import { CellBuilder } from '../cell/index.ts'
import type { Experiment } from '../definition/experiment.ts'
import { readChunks } from '../files/read-chunks.ts'
import { readFile } from '../files/read-file.ts'
import { type Cells, cellsOf, leftOut } from './cells.ts'
import { type Estimates, estimateCells } from './estimate.ts'
import { assertFits, type MemoryLimits, memoryOf, type RunMemory } from './memory.ts'
import { preflight } from './preflight.ts'

/** What an experiment will run. */
export interface Plan {
  /** In grid order. */
  readonly cells: Cells
  readonly estimates: Estimates
  /** By topology and delay that is from a file: what was understood of it. */
  readonly files: Readonly<Record<string, string>>
  /** The sum of the estimates. */
  readonly messages: number
  /** What the run that needs the most memory needs; null if the sizes of all networks stand in files. */
  readonly memory: RunMemory | null
  /** What of the grid is left out, and why, in words. */
  readonly leftOut: readonly string[]
}

/**
 * The grid of an experiment with what it will cost, roughly. Throws an InputError if some of it cannot run, or does
 * not fit into the memory that there is; networks that do not are not built for it.
 */
export function gridOf(experiment: Experiment, limits: MemoryLimits = {}): Plan {
  const cells = cellsOf(experiment)
  assertAllRun(experiment, cells)
  const memory = assertFits(memoryOf(experiment, cells.points()), limits)
  const samples = preflight(experiment, cells, new CellBuilder(readFile, readChunks))
  const estimates = estimateCells(cells, samples, experiment.worstCases)
  const files: Record<string, string> = {}
  for (const { cell, files: read } of samples.values()) {
    if (read.network !== null) files[cell.topology] = read.network
    if (read.delays !== null) files[cell.delay!] = read.delays
  }
  return {
    cells,
    estimates,
    memory,
    files,
    messages: estimates.messages,
    leftOut: leftOut(experiment),
  }
}

/** Throws an InputError if an algorithm can have none of the timings. */
function assertAllRun({ algorithms, timings, where = [] }: Experiment, cells: Cells): void {
  const present = new Set(Array.from(cells.points(), ({ cell }) => cell.algorithm))
  const idle = algorithms.find(({ name }) => !present.has(name))
  if (idle === undefined) return
  if (where.length > 0)
    throw new InputError(
      `where: no point of ${cells.length === 0 ? 'the grid' : idle.name} satisfies ${where.join(' and ')}`,
    )
  if (!runsInRoundsOnly(idle) || timings.includes('synchronous'))
    throw new InputError(
      `no point of the grid is left for ${idle.name}; its ranges or its zipped lists are empty`,
    )
  throw new InputError(
    `${idle.name} runs in rounds only; list synchronous in timings, on the command line --timing synchronous`,
  )
}
