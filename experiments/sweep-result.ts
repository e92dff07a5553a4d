import type { Manifest } from './manifest.ts'
import { isViolation, type Row } from './row.ts'

export interface SweepResult {
  /** In grid order; only the finished ones, if interrupted. */
  readonly rows: readonly Row[]
  readonly manifest: Manifest
  readonly directory: string
  /** Rows in which a claim or a property was violated. */
  readonly violations: readonly Row[]
  /** Rows of cells that failed or ran out of budget. */
  readonly failures: readonly Row[]
  /** Whether the signal came before all cells were finished. Then only the log was written. */
  readonly interrupted: boolean
}

/** Says of rows which of them need looking into. */
export function sweepResult(
  rows: readonly Row[],
  manifest: Manifest,
  directory: string,
  interrupted = false,
): SweepResult {
  const failures = rows.filter(({ outcome }) => outcome === 'failed' || outcome === 'budget')
  return { rows, manifest, directory, violations: rows.filter(isViolation), failures, interrupted }
}
