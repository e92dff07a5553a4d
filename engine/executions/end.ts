import type { Judgement } from '../claims/verdict.ts'
import type { Execution } from '../model/index.ts'
import type { End, RecordedClaim } from './format.ts'

/** The last line of a recorded execution of so many events. `detail` says why it ended so; null if all is well. */
export function endOf(
  { outcome, measures }: Execution,
  judgements: readonly Judgement[],
  events: number,
  detail: string | null,
): End {
  return {
    outcome: outcome.kind,
    ...(outcome.kind === 'violated' && { property: outcome.property }),
    detail,
    events,
    messages: measures.messages,
    time: measures.time,
    time_unit: measures.timeUnit,
    delay_max: measures.delayMax,
    claims: judgements.map(recordedClaim),
  }
}

/** A claim as the end of a record states it. */
export const recordedClaim = ({ measure, claim, bound, measured, verdict }: Judgement): RecordedClaim => ({
  measure,
  kind: claim.kind,
  formula: claim.formula,
  value: Number.isFinite(bound) ? bound : null,
  measured,
  verdict,
})
