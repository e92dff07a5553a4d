import { allClaims, formulaOf } from '../../../engine/index.ts'
import type { Run } from './run.ts'

/** What is said of a property or a claim. `open`: the run was cut off, and it may still have become true. */
export interface Judged {
  readonly name: string
  readonly verdict: 'holds' | 'broken' | 'open' | 'not judged'
  /** Why; null where there is nothing to say. */
  readonly reason: string | null
}

/** Each property of the algorithm in the last configuration, and what else the run breaks. */
export function judgedProperties({ findings, cutShort, row: { outcome, detail } }: Run): readonly Judged[] {
  const judged = findings.map(({ property, kind, finding }): Judged => {
    if (finding === true) return { name: property, verdict: 'holds', reason: null }
    const open = kind === 'liveness' && cutShort
    return open
      ? { name: property, verdict: 'open', reason: `is open, for the run ends here: ${finding}` }
      : { name: property, verdict: 'broken', reason: finding }
  })
  // Some conditions are none of the algorithm's properties: those of its service, or that all processors terminate.
  const bad = outcome === 'violated' || outcome === 'failed'
  if (!bad || judged.some(({ verdict }) => verdict === 'broken')) return judged
  return [...judged, { name: outcome, verdict: 'broken', reason: detail }]
}

/** Why the algorithm guarantees nothing in a run, “beyond n > 3f: 2 processors may fail, but …”; null if it does. */
export function beyondWords({ algorithm: { requires }, row: { extra } }: Run): string | null {
  if (typeof extra.beyond !== 'string') return null
  return `beyond ${requires.resilience ?? 'what it is made for'}: ${extra.beyond}`
}

/** Each claim that applies to a run, and those that applied to the original and do not any more. */
export function judgedClaims(original: Run, run: Run): readonly Judged[] {
  return allClaims(run.algorithm).flatMap(({ id, measure, claim }): Judged[] => {
    const verdictIn = ({ row }: Run) => row.verdicts.find((one) => one.claim === id)
    const [before, now] = [verdictIn(original), verdictIn(run)]
    const when = claim.when === undefined ? '' : ` when ${claim.when.text}`
    const name = `${measure} ${claim.kind} ${formulaOf(claim.formula).text}${when}`
    if (now === undefined)
      return before === undefined
        ? []
        : [{ name, verdict: 'not judged', reason: 'it does not apply any more' }]
    const { verdict, bound, measured, reason = null } = now
    if (verdict === 'not checked') return [{ name, verdict: 'not judged', reason }]
    const figures = `= ${amount(bound)}; here ${amount(measured)}`
    return [{ name, verdict: verdict === 'held' ? 'holds' : 'broken', reason: figures }]
  })
}

const amount = (value: number | null): string =>
  value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: 4 })
