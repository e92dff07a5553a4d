import { isAboutMean } from '../../engine/index.ts'
import { type ClaimVerdict, claimVerdicts } from '../claims/claim-verdicts.ts'
import { remembered } from '../remembered.ts'
import type { Results } from '../statistics/groups.ts'
import { counted } from '../wording/numbers.ts'
import { findings } from './finding.ts'
import { keptSentence } from './kept.ts'
import { problems } from './problems.ts'

/** What came out: for who reads one or two sentences, and for who reads a paragraph. */
export interface Answer {
  /** The answer to the experiment's question. What went wrong comes first. */
  readonly text: string
  /** What else can be said, a sentence each; none of it stands in the answer. */
  readonly details: readonly string[]
  /** The beginnings of the names of the charts that show it, the best first. */
  readonly charts: readonly string[]
}

/** The answer of the results: never more than they say. */
export const answer = remembered(answerOf)

function answerOf(results: Results): Answer {
  const { rows, manifest } = results
  if (rows.length === 0) return { text: 'There are no runs yet.', details: [], charts: [] }
  const verdicts = claimVerdicts(results)
  const wrong = problems(rows, verdicts, manifest)
  const found = findings(results, verdicts)
  // Where a property fails, the costs of what does not do its work are no answer.
  const hasFailed = rows.some(({ outcome }) => outcome === 'violated')
  const told = hasFailed ? 0 : 1
  const [first] = found
  const closing = keptSentence(
    rows,
    verdicts.some(({ verdict }) => verdict === 'inconsistent'),
  )
  const sentences = [
    ...wrong.slice(0, 1),
    ...(wrong.length > 1 ? [`${counted(wrong.length - 1, 'other problem')} below.`] : []),
    ...found.slice(0, told).map(({ sentence }) => sentence),
    ...(wrong.length === 0 ? [closing] : []),
  ]
  return {
    text: sentences.join(' '),
    details: [
      ...wrong.slice(1),
      ...(wrong.length === 0 ? [] : [closing]),
      ...found.slice(told).map(({ sentence }) => sentence),
      ...consistentClaims(verdicts, 'growth'),
      ...consistentClaims(verdicts, 'means'),
      ...openQuestions(results, verdicts),
    ],
    charts: first?.charts ?? [],
  }
}

/** Claims about no single run: what is claimed of means, and of growth. */
function consistentClaims(verdicts: readonly ClaimVerdict[], subject: 'means' | 'growth'): string[] {
  const { length } = verdicts.filter(
    ({ claim, verdict }) =>
      verdict === 'consistent' &&
      subject === (isAboutMean(claim) ? 'means' : claim.kind === 'order' && 'growth'),
  )
  return length === 0 ? [] : [`The sweep is consistent with ${counted(length, 'claim')} about ${subject}.`]
}

/** What the results leave open: claims that no run tested, and what samples cannot show. */
function openQuestions({ rows }: Results, verdicts: readonly ClaimVerdict[]): string[] {
  const untested = verdicts.filter(({ verdict }) => verdict === 'not tested').length
  const sampled = verdicts.some(({ verdict, claim }) => verdict === 'held' && claim.over !== 'expectation')
  return [
    untested > 0
      ? `${counted(untested, 'claim')} could not be tested by this sweep; the table of claims says why.`
      : '',
    sampled && rows.every(({ evidence }) => evidence === 'sampled')
      ? 'These runs are a sample of all executions: one of them could have broken a claim; that none did proves none.'
      : '',
  ].filter((sentence) => sentence !== '')
}
