import type { FinishedCell } from '../cell/index.ts'
import type { RunCellsOptions } from '../workers/run-cells.ts'
import { Connection } from './connection.ts'
import { Coordinator } from './coordinator.ts'
import { quietly } from './quietly.ts'
import { forgetSweepId, sweepId } from './sweep-id.ts'

interface ClusterOptions extends Omit<RunCellsOptions, 'workers' | 'memory'> {
  /** redis://… or postgres://… */
  readonly url: string
  /** The folder of the results, which keeps the name of the sweep while the cluster has a part of it. */
  readonly directory: string
  /** What makes a sweep another one: its definition, its code, its data. */
  readonly identity: unknown
  readonly resume: boolean
  /** Whether a result is one of this sweep's. */
  readonly isOf: (cell: FinishedCell) => boolean
  readonly onNotice: (text: string) => void
}

/**
 * Runs cells, given by index, on whatever workers are at a server, until all are finished or the signal comes; the counterpart of
 * `runCells` on one machine.
 */
export async function runOnCluster(indices: readonly number[], options: ClusterOptions): Promise<void> {
  const { url, directory, identity, resume, signal } = options
  const onNotice = quietly(options.onNotice)
  if (indices.length === 0 || signal.aborted) return
  const connection = await Connection.open(url, onNotice)
  try {
    const sweep = sweepId(directory, identity, resume)
    await new Coordinator(connection, { ...options, sweep, onNotice }).run(indices)
    if (!signal.aborted) forgetSweepId(directory)
  } finally {
    await connection.close()
  }
}
