import type { Outcome } from '../../model/index.ts'
import type {
  CountSummary,
  OperationSummaries,
  SharedExecution,
  SharedJudgement,
  SharedMeasures,
} from '../../shared-memory/index.ts'
import type {
  OperationCounts,
  RecordedCounts,
  RecordedMeasures,
  SharedEnd,
  SharedRecordedClaim,
} from './format.ts'
import type { SharedRecorder } from './recorder.ts'

/** The last line of a record. `detail` says why the execution ended so; null if all is well. */
export function sharedEndOf(
  { outcome, measures }: Pick<SharedExecution, 'outcome' | 'measures'>,
  judgements: readonly SharedJudgement[],
  { steps, time }: Pick<SharedRecorder, 'steps' | 'time'>,
  detail: string | null,
  more: Partial<Pick<SharedEnd, 'processor' | 'shows'>> = {},
): SharedEnd {
  return {
    outcome: outcome.kind as SharedEnd['outcome'],
    property: outcome.kind === 'violated' ? outcome.property : null,
    processor: more.processor ?? failing(outcome),
    detail,
    shows: more.shows ?? null,
    steps,
    time,
    measures: outcome.kind === 'failed' ? null : recordedMeasures(measures),
    claims: outcome.kind === 'failed' ? [] : judgements.map(sharedRecordedClaim),
  }
}

const failing = (outcome: Outcome): number | null => (outcome.kind === 'failed' ? outcome.processor : null)

/** What was measured, as the end of a record has it. */
export function recordedMeasures(measures: Omit<SharedMeasures, 'steps' | 'time'>): RecordedMeasures {
  const { contention, variables, bits, bitsUsed: bits_used, operations } = measures
  const memory = { contention, variables, bits, bits_used }
  if (operations !== null) return { ...memory, operations: recordedOperations(operations) }
  return {
    entries: measures.entries,
    bypass: measures.bypass,
    ...memory,
    passage: recordedCounts(measures.passage),
    solo: recordedCounts(measures.solo),
  }
}

function recordedOperations({ all, solo, byName }: OperationSummaries) {
  const both = (kind: Pick<OperationSummaries, 'all' | 'solo'>): OperationCounts => ({
    all: recordedCounts(kind.all),
    solo: recordedCounts(kind.solo),
  })
  const by_name = Object.fromEntries(Object.entries(byName).map(([name, kind]) => [name, both(kind)]))
  return { ...both({ all, solo }), by_name }
}

const recordedCounts = (summary: CountSummary | null): RecordedCounts | null =>
  summary && { passages: summary.passages, max: summary.max, min: summary.min, mean: summary.mean }

/** A claim as the end of a record states it. */
export const sharedRecordedClaim = ({
  measure,
  claim,
  bound,
  measured,
  verdict,
}: SharedJudgement): SharedRecordedClaim => ({
  measure,
  kind: claim.kind,
  formula: claim.formula,
  value: Number.isFinite(bound) ? bound : null,
  measured,
  verdict,
})
