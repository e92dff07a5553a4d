import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { claimText } from './claim-text.ts'
import { measureWords } from './measures.ts'
import { verdictText } from './verdict-text.ts'

/** The claims about no single run, but about means or growth, that the sweep speaks against: a sentence for each. */
export function inconsistentClaims(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(
      (one) =>
        `${one.algorithm.title}, ${measureWords(one.claim.measure)} ${claimText(one.claim)}: ${verdictText(one)}.`,
    )
}
