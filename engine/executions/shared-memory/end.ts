import type { Outcome } from '../../model/index.ts'
import type {
  CountSummary,
  SharedExecution,
  SharedJudgement,
  SharedMeasures,
} from '../../shared-memory/index.ts'
import type { RecordedMeasures, SharedEnd, SharedRecordedClaim } from './format.ts'
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
export const recordedMeasures = (measures: Omit<SharedMeasures, 'steps' | 'time'>): RecordedMeasures => ({
  entries: measures.entries,
  bypass: measures.bypass,
  contention: measures.contention,
  variables: measures.variables,
  bits: measures.bits,
  bits_used: measures.bitsUsed,
  passage: recordedCounts(measures.passage),
  solo: recordedCounts(measures.solo),
})

const recordedCounts = (summary: CountSummary | null): RecordedMeasures['passage'] =>
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
