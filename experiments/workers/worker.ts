/** What runs in a worker thread: cells in, rows out. */
import { Console } from 'node:console'
import { workerData } from 'piscina'
import type { AnyAlgorithm } from '../../engine/index.ts'
import { CellBuilder } from '../cells/builder.ts'
import { runCell } from '../cells/run-cell.ts'
import { importAlgorithm } from '../loading/load.ts'
import { readChunks, readFile } from '../read-file.ts'
import { stockAlgorithm } from '../stock-algorithm.ts'
import { trustDefinitions } from '../trust.ts'
import type { Batch, FinishedCell, WorkerSetup } from './setup.ts'

const { experiment, budget, worstCases, modules } = workerData as WorkerSetup
const context = { experiment, budget, worstCases, builder: new CellBuilder(readFile, readChunks) }
const known = new Map<string, AnyAlgorithm>()
trustDefinitions()
// Standard output is for results; what users' handlers print goes where progress goes.
globalThis.console = new Console(process.stderr)

export default async function runBatch({ cells, begun }: Batch): Promise<FinishedCell[]> {
  const finished: FinishedCell[] = []
  for (const { index, cell } of cells) {
    const algorithm = await algorithmNamed(cell.algorithm)
    Atomics.add(begun, 0, 1)
    const start = performance.now()
    const row = runCell(algorithm, cell, context)
    finished.push({ index, row, ms: performance.now() - start })
  }
  return finished
}

async function algorithmNamed(name: string): Promise<AnyAlgorithm> {
  let algorithm = known.get(name)
  if (algorithm === undefined) {
    const file = modules[name]
    algorithm = file === undefined ? stockAlgorithm(name) : await importAlgorithm(file, name)
    known.set(name, algorithm)
  }
  return algorithm
}
