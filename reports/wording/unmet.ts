import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { verdictOn } from '../statistics/row-claims.ts'
import { claimText } from './claim-text.ts'
import { measureWords } from './measures.ts'
import { whyUntested } from './untested.ts'

/** The claims whose condition holds in no run of the sweep, so that it says nothing of them: a sentence for each. */
export function unmetConditions(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts
    .filter(
      ({ claim, rows }) =>
        claim.when !== null && rows.length > 0 && rows.every((row) => verdictOn(row, claim) === undefined),
    )
    .map(
      ({ algorithm, claim, rows }) =>
        `${algorithm.title}, ${measureWords(claim.measure)} ${claimText(claim)} when ${claim.when}: ${whyUntested(claim, rows)}`,
    )
}
