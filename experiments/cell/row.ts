import type { Cell, Evidence } from '../../engine/index.ts'
import type { RunVerdict } from './run-verdict.ts'

/** A value in a table; null is a measure that does not apply, written as an empty field. */
export type Value = number | string | boolean | null

/** One finished cell, as it stands in runs.csv: the fixed columns, then the algorithms' own. */
export interface Row extends Omit<Cell, 'evidence'> {
  readonly experiment: string
  readonly m: number | null
  readonly diameter: number | null
  readonly root_eccentricity: number | null
  readonly outcome: 'terminated' | 'quiescent' | 'budget' | 'violated' | 'failed'
  readonly messages: number | null
  readonly bits: number | null
  readonly time: number | null
  readonly delay_max: number | null
  readonly comp_events: number | null
  /** The value of one claim about messages that applies to this run; `messages_theorem` in `extra` names it. */
  readonly messages_claim: number | null
  readonly messages_verdict: 'held' | 'violated' | 'not checked' | null
  readonly time_claim: number | null
  readonly time_verdict: 'held' | 'violated' | 'not checked' | null
  /** What the costs are: those of one run, or the largest that were found or that there are. */
  readonly evidence: Evidence
  /** Why the outcome is what it is, or which claim was violated; null when all is well. */
  readonly detail: string | null
  /** What the run says of each claim that applies to it, in the order of the claims. */
  readonly verdicts: readonly RunVerdict[]
  /** Messages by type (`messages_parent`), claims in words, and the columns that algorithms declare. */
  readonly extra: Readonly<Record<string, Value>>
}

/** The fixed columns of runs.csv, in order. */
export const rowColumns = [
  'experiment',
  'algorithm',
  'timing',
  'topology',
  'n',
  'm',
  'diameter',
  'root_eccentricity',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'replicate',
  'seed',
  'outcome',
  'messages',
  'bits',
  'time',
  'delay_max',
  'comp_events',
  'messages_claim',
  'messages_verdict',
  'time_claim',
  'time_verdict',
] as const

/** The columns that every runs.csv has, in order; the algorithms' own follow. */
export const tableColumns = [...rowColumns, 'evidence', 'detail'] as const

/** Dimensions that have a column in those tables alone in which some row has them. */
export const optionalDimensions = ['weights', 'clocks', 'workload'] as const
/** One of them. */
export type OptionalDimension = (typeof optionalDimensions)[number]

/** Columns in those tables alone in which some row has them: these, and how many processors may fail. */
export const optionalColumns = [...optionalDimensions, 'f'] as const

/** The cell that a row is about; it gives the same row again. */
export function cellOf(row: Row): Cell {
  const {
    algorithm,
    timing,
    topology,
    n,
    delay,
    wakeup,
    faults,
    inputs,
    weights,
    clocks,
    workload,
    f,
    replicate,
    seed,
  } = row
  const given = {
    ...(weights !== undefined && { weights }),
    ...(clocks !== undefined && { clocks }),
    ...(workload !== undefined && { workload }),
    ...(f !== undefined && { f }),
  }
  const cell = { algorithm, timing, topology, n, delay, wakeup, faults, inputs, ...given, replicate, seed }
  const { evidence } = row
  return evidence === 'sampled' ? cell : { ...cell, evidence }
}

/** Whether a claim, a property or, where a proof was carried out, its theorem was violated. */
export function isViolation({ outcome, verdicts, extra }: Row): boolean {
  if (outcome === 'violated' || extra.lower_bound_verdict === 'violated') return true
  return verdicts.some(({ verdict }) => verdict === 'violated')
}

/** Whether the cell failed, or was stopped because it took too much. */
export function isFailure({ outcome }: Row): boolean {
  return outcome === 'failed' || outcome === 'budget'
}

/** The row as one flat object, its keys in the order of the columns of runs.csv. */
export function flatRow(row: Row): Record<string, Value> {
  const always = Object.fromEntries(tableColumns.map((column) => [column, row[column]]))
  const given = Object.fromEntries(
    optionalColumns.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])),
  )
  return { ...always, ...given, ...row.extra }
}
