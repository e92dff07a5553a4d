import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { evidenceWords } from '../wording/evidence.ts'
import { count } from '../wording/numbers.ts'

/** What is exactly so in every run: “Flooding sent exactly 2m − (n − 1) messages in all 1,440 runs, on 8 networks.” */
export function exactSentence(verdicts: readonly ClaimVerdict[]): string | null {
  const exact = verdicts.find(
    ({ claim, verdict, applied, judged }) =>
      claim.measure === 'messages' &&
      claim.kind === 'exactly' &&
      verdict === 'held' &&
      applied === judged.length,
  )
  if (exact === undefined) return null
  const { algorithm, claim, judged, rows } = exact
  const networks = distinct(judged.map(({ topology }) => topology)).length
  const on = networks > 1 ? `, on ${count(networks)} networks` : ''
  const all = judged.length === 1 ? 'in the only run' : `in all ${evidenceWords(judged)}`
  const where = judged.length === rows.length ? '' : ' that the claim applies to'
  return `${algorithm.title} sent exactly ${claim.text} messages ${all}${where}${on}.`
}
