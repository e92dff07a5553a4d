import type { Cell } from '../../engine/index.ts'
import { CellBuilder } from '../cell/builder.ts'
import type { Experiment } from '../definition/experiment.ts'
import { readChunks, readFile } from '../files/read-file.ts'
import { cellsOf } from './cells.ts'
import { type Estimate, estimateCells } from './estimate.ts'
import { assertFits, type MemoryLimits, memoryOf, type RunMemory } from './memory.ts'
import { preflight } from './preflight.ts'

/** What an experiment will run. */
export interface Plan {
  /** In grid order. */
  readonly cells: readonly Cell[]
  /** By cell. */
  readonly estimates: readonly Estimate[]
  /** The sum of the estimates. */
  readonly messages: number
  /** What the run that needs the most memory needs; null if the sizes of all networks stand in files. */
  readonly memory: RunMemory | null
}

/**
 * The grid of an experiment with what it will cost, roughly. Throws an InputError if some of it cannot run, or does
 * not fit into the memory that there is; networks that do not are not built for it.
 */
export function gridOf(experiment: Experiment, limits: MemoryLimits = {}): Plan {
  const cells = cellsOf(experiment)
  const memory = assertFits(memoryOf(experiment, cells), limits)
  const samples = preflight(experiment, cells, new CellBuilder(readFile, readChunks))
  const estimates = estimateCells(cells, samples, experiment.worstCases)
  return { cells, estimates, memory, messages: estimates.reduce((sum, { messages }) => sum + messages, 0) }
}
