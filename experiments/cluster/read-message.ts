import type { FinishedCell } from '../cell/index.ts'
import type { Message } from './protocol.ts'

/**
 * What a message in a sweep's mailbox says; a text that says what is wrong if it is none. Whoever can reach the server can
 * write there, so that nothing of it is believed before it was looked at: `isOf` says whether a row is that of a cell of
 * the sweep.
 */
export function readMessage(data: unknown, isOf: (cell: FinishedCell) => boolean): Message | string {
  const contents = parsed((data as { readonly json?: unknown } | null)?.json)
  if (!isRecord(contents) || typeof contents.worker !== 'string') return 'it is no message of a worker'
  const { kind, worker, cells, reason } = contents
  if (kind === 'refused') return typeof reason === 'string' ? { kind, worker, reason } : 'it gives no reason'
  if (kind !== 'results' || !Array.isArray(cells)) return `${worker} sends no results`
  const odd = cells.findIndex((cell: unknown) => !isFinishedCell(cell) || !isOf(cell))
  if (odd >= 0)
    return `${worker} sends a result of no run of this sweep (number ${odd + 1} of ${cells.length})`
  return { kind, worker, cells: cells as FinishedCell[] }
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isFinishedCell(value: unknown): value is FinishedCell {
  if (!isRecord(value) || !isRecord(value.row)) return false
  const { index, ms, row } = value
  return (
    Number.isSafeInteger(index) &&
    typeof ms === 'number' &&
    typeof row.outcome === 'string' &&
    Array.isArray(row.verdicts) &&
    row.verdicts.every(isRecord) &&
    isRecord(row.extra)
  )
}
