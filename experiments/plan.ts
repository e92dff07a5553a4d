import type { Cell } from '../engine/index.ts'
import { CellBuilder } from './cells/builder.ts'
import { type Estimate, estimateCells } from './estimate.ts'
import type { Experiment } from './experiment.ts'
import { cellsOf } from './grid.ts'
import { preflight } from './preflight.ts'
import { readChunks, readFile } from './read-file.ts'

/** What an experiment will run. */
export interface Plan {
  /** In grid order. */
  readonly cells: readonly Cell[]
  /** By cell. */
  readonly estimates: readonly Estimate[]
  /** The sum of the estimates. */
  readonly messages: number
}

/** The grid of an experiment with what it will cost, roughly. Throws an InputError if some of it cannot run. */
export function gridOf(experiment: Experiment): Plan {
  const cells = cellsOf(experiment)
  const estimates = estimateCells(cells, preflight(experiment, cells, new CellBuilder(readFile, readChunks)))
  return { cells, estimates, messages: estimates.reduce((sum, { messages }) => sum + messages, 0) }
}
