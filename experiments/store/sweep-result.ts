import type { Manifest, Row } from '../cell/index.ts'
import type { Recorded } from './recorded.ts'
import { rowsOf } from './tally.ts'

/** What has come of a sweep. */
export interface SweepResult {
  /** In grid order; only the finished ones, if interrupted. They are read from the log when they are asked for. */
  readonly rows: readonly Row[]
  /** Rows that are there. */
  readonly runs: number
  /** Those that kept all claims that they could be held to; at least one. */
  readonly held: number
  readonly manifest: Manifest
  readonly directory: string
  /** Rows in which a claim or a property was violated. */
  readonly violations: readonly Row[]
  /** Rows of cells that failed or ran out of budget. */
  readonly failures: readonly Row[]
  /** Whether the signal came before all cells were finished. Then only the log was written. */
  readonly interrupted: boolean
}

/** Says of what is recorded which rows need looking into. */
export function sweepResult(
  recorded: Recorded,
  manifest: Manifest,
  directory: string,
  interrupted = false,
): SweepResult {
  const { cells, held, violations, failures } = recorded.tally
  let rows: readonly Row[] | undefined
  return {
    get rows() {
      rows ??= recorded.rows()
      return rows
    },
    runs: cells,
    held,
    manifest,
    directory,
    violations: rowsOf(violations),
    failures: rowsOf(failures),
    interrupted,
  }
}
