import type { Judgement, Measure, Verdict } from '../../engine/index.ts'

/** What a run says of one claim that applies to it: a line of verdicts.csv, but for the number of the row. */
export interface RunVerdict {
  /** The id of the claim. */
  readonly claim: string
  readonly measure: Measure
  /** The value of the claim's formula for this run; null where it is not known, or not finite. */
  readonly bound: number | null
  readonly measured: number
  readonly verdict: Verdict
  /** Why the run could not be held to it, in words; absent where it was, or where no single run is. */
  readonly reason?: string
}

/** The columns of verdicts.csv, in order. `row` is the number of the row in runs.csv, counted from 1. */
export const verdictColumns = [
  'row',
  'algorithm',
  'claim',
  'measure',
  'bound',
  'measured',
  'verdict',
  'reason',
] as const

/** What a run says of each claim, as data. */
export const runVerdicts = (judgements: readonly Judgement[]): RunVerdict[] =>
  judgements.map(({ id, measure, bound, measured, verdict, reason }) => ({
    claim: id,
    measure,
    bound: Number.isFinite(bound) ? bound : null,
    measured,
    verdict,
    ...(reason !== undefined && { reason }),
  }))

/**
 * Of what a run says about a measure, that which its row shows: of the first claim that was violated, else of the first
 * that held, else of the first. Undefined if no claim about the measure applies to the run.
 */
export function shownVerdict<One extends Pick<RunVerdict, 'measure' | 'verdict'>>(
  verdicts: readonly One[],
  measure: Measure,
): One | undefined {
  let shown: One | undefined
  for (const one of verdicts)
    if (one.measure === measure && (shown === undefined || rank[one.verdict] < rank[shown.verdict]))
      shown = one
  return shown
}

const rank: Readonly<Record<Verdict, number>> = { violated: 0, held: 1, 'not checked': 2 }
