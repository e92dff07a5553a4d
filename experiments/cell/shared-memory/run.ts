import {
  type AnySharedAlgorithm,
  type Cell,
  claimId,
  executeShared,
  formulaOf,
  judgeShared,
  type Outcome,
  type SharedExecution,
  type SharedJudgement,
  type SharedRun,
} from '../../../engine/index.ts'
import { claimName } from '../claim-data.ts'
import type { Row, Value } from '../row.ts'
import { unmeasured } from '../unmeasured.ts'
import { columnMeasure, sharedColumn } from './column-names.ts'
import { costColumns } from './cost-columns.ts'
import { SharedRecording, type SharedRecordSink } from './record.ts'

/** What the cells of one experiment share. */
interface SharedContext
  extends Pick<SharedRun, 'passages' | 'participants' | 'steps' | 'check' | 'schedule' | 'given'> {
  readonly experiment: string
  /** Where to record the execution; default: nowhere. */
  readonly record?: readonly SharedRecordSink[]
}

/** A row with the execution that it is of. */
export interface SharedResult {
  readonly row: Row
  readonly execution: SharedExecution
  readonly judgements: readonly SharedJudgement[]
}

/** Runs a cell of shared memory; measures, judges and describes it. Throws an InputError where it makes no sense. */
export function runSharedCell(
  algorithm: AnySharedAlgorithm,
  cell: Cell,
  { experiment, record = [], ...how }: SharedContext,
): SharedResult {
  const { n, delay, seed, workload } = cell
  const asked = workload === undefined ? {} : { workload }
  const run = { n, scheduler: delay!, seed, ...asked, ...how }
  const recording = record.length === 0 ? null : new SharedRecording(algorithm, run, record)
  const observed = recording === null ? run : { ...run, listener: recording.listener }
  const execution = executeShared(algorithm, observed)
  const judgements = judgeShared(algorithm, n, execution)
  const { outcome, measures } = execution
  const reasons = [
    ...outcomeReasons(outcome),
    ...undecided(execution),
    ...judgements.filter(isViolated).map(violation),
  ]
  const row: Row = {
    ...unmeasured(cell, experiment, 'failed', reasons.join('; ') || null),
    outcome: outcome.kind,
    time: measures.time,
    comp_events: measures.steps,
    verdicts: judgements.map(({ claim, measure, bound, measured, verdict, reason }) => ({
      claim: claimId(algorithm.name, columnMeasure(measure), claim),
      measure: columnMeasure(measure),
      bound: Number.isFinite(bound) ? bound : null,
      measured,
      verdict,
      ...(reason !== undefined && { reason }),
    })),
    extra: { ...costColumns(execution), ...claimColumns(judgements) },
  }
  recording?.finish(execution, judgements, row.detail)
  return { row, execution, judgements }
}

/** What runs.csv shows people of the claims. */
export function claimColumns(judgements: readonly Judged[]): Record<string, Value> {
  const columns: Record<string, Value> = {}
  for (const judged of judgements) {
    const name = sharedColumn(judged.measure)
    if (columns[`${name}_claim`] !== undefined && judged.verdict !== 'violated') continue
    columns[`${name}_claim`] = Number.isFinite(judged.bound) ? judged.bound : null
    columns[`${name}_verdict`] = judged.verdict
    columns[`${name}_theorem`] = theorem(judged)
  }
  return columns
}

/** What was measured, and what is claimed of it. */
type Judged = Omit<SharedJudgement, 'reason'>

const isViolated = ({ verdict }: SharedJudgement): boolean => verdict === 'violated'

const theorem = ({ claim: { kind, formula } }: Judged): string =>
  claimName({ kind, text: formulaOf(formula).text, when: null })

/** In words, how a claim was broken. */
export const violation = (judged: Judged): string =>
  `${judged.measure} is ${judged.measured}, but claimed is ${theorem(judged)} = ${judged.bound}`

function outcomeReasons(outcome: Outcome): string[] {
  switch (outcome.kind) {
    case 'budget':
      return [`not finished after ${outcome.reason}`]
    case 'violated':
      return [`${outcome.property} is violated, in ${outcome.where}: ${outcome.reason}`]
    case 'failed':
      return [outcome.reason]
    default:
      return []
  }
}

/** A search for an order of operations that was given up. */
const undecided = ({ finding }: SharedExecution): string[] =>
  finding?.kind === 'undecided' ? [`whether its history is right is not known: ${finding.sentence}`] : []
