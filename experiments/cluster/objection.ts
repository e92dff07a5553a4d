import { isStockName } from '../definition/stock-algorithm.ts'
import { dataFilesOf } from '../files/data-files.ts'
import type { WorkerSetup } from '../workers/setup.ts'
import type { BatchJob } from './protocol.ts'

/** Why a worker does not run a batch, given its code and its operator's modules; null if it does. */
export function objection(job: BatchJob, code: string, modules: WorkerSetup['modules']): string | null {
  if (job.format !== 'admissible-batch/1') return `it does not know jobs of the form ${job.format}`
  if (job.code !== code) return `its code is ${code.slice(0, 8)}, that of the sweep ${job.code.slice(0, 8)}`
  const unnamed = dataFilesOf(job.cells.map(({ cell }) => cell)).find(
    (path) => !Object.hasOwn(job.files, path),
  )
  if (unnamed !== undefined) return `the sweep does not say what its file ${unnamed} holds`
  const foreign = job.cells.find(({ cell }) => !isStockName(cell.algorithm) && !(cell.algorithm in modules))
  return foreign === undefined
    ? null
    : `it has no algorithm ${foreign.cell.algorithm}, or none that is allowed`
}
