import type { Row } from '../../experiments/cell/index.ts'
import { evidenceWords, partWords } from '../wording/evidence.ts'
import { counted, listing } from '../wording/numbers.ts'

/**
 * Who kept the claims: “All 360 runs kept their claims.” A run counts if it was held to at least one claim. What did not
 * come to its end is counted, whatever it kept. `speaksAgainst` if the sweep speaks against claims about means or growth.
 */
export function keptSentence(rows: readonly Row[], speaksAgainst: boolean): string {
  const judged = rows.filter(({ verdicts }) => verdicts.some(({ verdict }) => verdict !== 'not checked'))
  const kept = judged.filter(
    ({ outcome, verdicts }) =>
      outcome !== 'violated' && verdicts.every(({ verdict }) => verdict !== 'violated'),
  )
  const short = endedBadly(rows)
  const unfinished = short === '' ? '' : `; ${short}`
  if (judged.length === 0)
    return `None of the ${counted(rows.length, 'run')} could be held to a claim${unfinished}.`
  const about = speaksAgainst ? ' about single runs' : ''
  const their = (some: readonly Row[]) => `${some.length === 1 ? 'its' : 'their'} claims${about}`
  if (kept.length < judged.length) return `${partWords(kept, judged)} kept ${their(kept)}${unfinished}.`
  if (judged.length < rows.length)
    return `${partWords(kept, rows)} kept ${their(kept)}, and the others could not be held to any${unfinished}.`
  const all = rows.length === 1 ? 'The only run' : `All ${evidenceWords(rows)}`
  return `${all} kept ${their(rows)}${unfinished}.`
}

/** “2 runs failed and 1 run ran out of budget”; empty if all came to their end. */
function endedBadly(rows: readonly Row[]): string {
  const ended = (outcome: Row['outcome'], isExploration: boolean) =>
    rows.filter((row) => row.outcome === outcome && (row.evidence === 'exact') === isExploration).length
  const failed = ended('failed', true) + ended('failed', false)
  const budget = ended('budget', false)
  const unseen = ended('budget', true)
  return listing(
    [
      failed > 0 ? `${counted(failed, 'run')} failed` : '',
      budget > 0 ? `${counted(budget, 'run')} ran out of budget` : '',
      unseen > 0 ? `${counted(unseen, 'exploration')} did not see all schedules` : '',
    ].filter((part) => part !== ''),
  )
}
