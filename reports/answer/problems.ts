import type { Manifest, Row } from '../../experiments/cell/index.ts'
import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { claimText } from '../wording/claim-text.ts'
import { labelOf } from '../wording/dimensions.ts'
import { partWords } from '../wording/evidence.ts'
import { inconsistentClaims } from '../wording/inconsistent.ts'
import { measureWords } from '../wording/measures.ts'
import { counted, listing } from '../wording/numbers.ts'

/** What went wrong, the worst first: properties that failed, claims that runs broke, claims that the sweep speaks against. */
export function problems(
  rows: readonly Row[],
  verdicts: readonly ClaimVerdict[],
  manifest: Manifest,
): string[] {
  return [...failedProperties(rows, manifest), ...brokenClaims(verdicts), ...inconsistentClaims(verdicts)]
}

/** Properties say what an algorithm is for, so that nothing else counts where one fails. */
function failedProperties(rows: readonly Row[], manifest: Manifest): string[] {
  const violated = rows.filter(({ outcome }) => outcome === 'violated')
  if (violated.length === 0) return []
  const names = distinct(violated.map((row) => labelOf(row, 'algorithm', manifest)))
  return [`In ${counted(violated.length, 'run')} of ${listing(names)} a property failed.`]
}

function brokenClaims(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts
    .filter(({ verdict }) => verdict === 'violated')
    .map(
      ({ algorithm, claim, violations, judged }) =>
        `${algorithm.title} broke its claim of ${claimText(claim)} (${measureWords(claim.measure)}) in ${partWords(violations, judged)}.`,
    )
}
