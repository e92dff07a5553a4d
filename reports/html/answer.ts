import type { ClaimVerdict } from '../statistics/claim-verdicts.ts'
import type { Results } from '../statistics/groups.ts'
import { claimText } from '../wording/claim-text.ts'
import { evidenceWords, partWords } from '../wording/evidence.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { verdictText } from '../wording/verdict-text.ts'

/** What came out, in sentences: violations first, then what held, means, and runs that did not end. */
export function answer({ manifest, rows }: Results, verdicts: readonly ClaimVerdict[]): string[] {
  const tested = verdicts.filter(({ held, violations }) => held + violations.length > 0)
  const broken = tested.filter(({ violations }) => violations.length > 0)
  const sentences = broken.map(
    ({ algorithm, claim, violations, judged }) =>
      `${algorithm.title} violated its claim of ${claimText(claim)} (${claim.measure}) in ${partWords(violations, judged)}.`,
  )
  const kept = tested.length - broken.length
  if (kept > 0)
    sentences.push(
      broken.length > 0
        ? `${counted(kept, 'other claim')} held on every run.`
        : `${tested.length === 1 ? 'The claim' : `All ${count(tested.length)} claims`} held on every run to which ${tested.length === 1 ? 'it applies' : 'they apply'} (${evidenceWords(rows)}).`,
    )
  for (const one of verdicts.filter(({ verdict }) => verdict === 'consistent' || verdict === 'inconsistent'))
    sentences.push(
      `The mean of ${one.claim.measure} of ${one.algorithm.title} is claimed to be ${one.claim.text}; the sweep is ${verdictText(one)}.`,
    )
  const untested = verdicts.filter(({ verdict, claim }) => verdict === 'not tested' && claim.kind !== 'order')
  if (untested.length > 0)
    sentences.push(
      `${counted(untested.length, 'claim')} could not be tested by this sweep; the table says why.`,
    )
  const { violated = 0, failed = 0, budget = 0 } = manifest.outcomes
  if (violated > 0) sentences.push(`In ${counted(violated, 'run')} a property failed.`)
  const unseen = rows.filter(({ evidence, outcome }) => evidence === 'exact' && outcome === 'budget').length
  const unfinished = [
    failed > 0 ? `${counted(failed, 'run')} failed` : '',
    budget > unseen ? `${counted(budget - unseen, 'run')} ran out of budget` : '',
    unseen > 0 ? `${counted(unseen, 'exploration')} did not see all schedules` : '',
  ].filter((part) => part !== '')
  if (unfinished.length > 0) sentences.push(`${listing(unfinished)}.`)
  if (sentences.length === 0)
    sentences.push(`${counted(rows.length, 'run')} without a claim to hold them to.`)
  return sentences
}
