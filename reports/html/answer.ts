import { isAboutMean } from '../../engine/index.ts'
import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { growthVerdicts } from '../growth/index.ts'
import { comparisons } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { claimText } from '../wording/claim-text.ts'
import { comparisonSentences } from '../wording/comparison-answer.ts'
import { evidenceWords, partWords } from '../wording/evidence.ts'
import { growthSentences } from '../wording/growth-answer.ts'
import { inconsistentClaims } from '../wording/inconsistent.ts'
import { count, counted, listing } from '../wording/numbers.ts'
import { tightnessSentences } from '../wording/tightness-answer.ts'

/** What came out: for who reads one sentence, and for who reads a paragraph. */
interface Answer {
  readonly sentence: string
  readonly details: readonly string[]
}

/** More sentences of one kind than this are for the sections. */
const sentencesMax = 6

/** So few claims of one algorithm are named; of more there is a table. */
const namedMax = 3

/** The answer of the results: never more than they say. What went wrong comes first. */
export function answer(results: Results, verdicts: readonly ClaimVerdict[]): Answer {
  const { rows, manifest } = results
  const [sentence = `${counted(rows.length, 'run')} without a claim to hold them to.`, ...details] = [
    ...failures(results),
    ...brokenClaims(verdicts),
    ...inconsistentClaims(verdicts),
    ...keptClaims(verdicts, rows),
    ...tightnessSentences(tightness(results), manifest),
    ...shortened(comparisonSentences(comparisons(results), manifest), 'comparisons'),
    ...shortened(growthSentences(growthVerdicts(results), manifest), 'growth'),
    ...consistentClaims(verdicts, 'growth'),
    ...consistentClaims(verdicts, 'means'),
    ...openQuestions(results, verdicts),
  ]
  return { sentence, details }
}

/** Properties say what an algorithm is for, so that nothing else counts where one fails. */
function failures({ manifest: { outcomes } }: Results): string[] {
  const { violated = 0 } = outcomes
  return violated === 0 ? [] : [`In ${counted(violated, 'run')} a property failed.`]
}

function brokenClaims(verdicts: readonly ClaimVerdict[]): string[] {
  return verdicts
    .filter(({ verdict }) => verdict === 'violated')
    .map(
      ({ algorithm, claim, violations, judged }) =>
        `${algorithm.title} broke its claim of ${claimText(claim)} (${claim.measure}) in ${partWords(violations, judged)}.`,
    )
}

function keptClaims(verdicts: readonly ClaimVerdict[], rows: Results['rows']): string[] {
  const kept = verdicts.filter(({ verdict }) => verdict === 'held')
  const broken = verdicts.some(({ verdict }) => verdict === 'violated' || verdict === 'inconsistent')
  if (kept.length === 0) return []
  if (broken) return [`${counted(kept.length, 'other claim')} held on every run.`]
  const ran = `${evidenceWords(rows)}${sizes(rows)}`
  const [only] = distinct(kept.map(({ algorithm }) => algorithm.title))
  if (kept.length <= namedMax && kept.every(({ algorithm }) => algorithm.title === only)) {
    const claims = listing(kept.map(({ claim }) => `${claim.measure} ${claimText(claim)}`))
    return [
      `${only} kept ${kept.length === 1 ? 'its claim' : 'its claims'} of ${claims} on every run to which ${kept.length === 1 ? 'it applies' : 'they apply'}: ${ran}.`,
    ]
  }
  return [`All ${count(kept.length)} claims that were tested held on every run to which they apply: ${ran}.`]
}

/** “, n from 8 to 2,048”. */
function sizes(rows: Results['rows']): string {
  const [least, most] = rows.reduce(
    ([low, high], { n }) => [Math.min(low, n), Math.max(high, n)],
    [Number.POSITIVE_INFINITY, 0],
  )
  return least === most ? `, n = ${count(most)}` : `, n from ${count(least)} to ${count(most)}`
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

/** What the results leave open: claims that no run tested, runs that did not come to an end, what samples cannot show. */
function openQuestions({ manifest, rows }: Results, verdicts: readonly ClaimVerdict[]): string[] {
  const untested = verdicts.filter(({ verdict }) => verdict === 'not tested').length
  const { failed = 0, budget = 0 } = manifest.outcomes
  const unseen = rows.filter(({ evidence, outcome }) => evidence === 'exact' && outcome === 'budget').length
  const unfinished = [
    failed > 0 ? `${counted(failed, 'run')} failed` : '',
    budget > unseen ? `${counted(budget - unseen, 'run')} ran out of budget` : '',
    unseen > 0 ? `${counted(unseen, 'exploration')} did not see all schedules` : '',
  ].filter((part) => part !== '')
  const sampled = verdicts.some(({ verdict, claim }) => verdict === 'held' && claim.over !== 'expectation')
  return [
    untested > 0
      ? `${counted(untested, 'claim')} could not be tested by this sweep; the table says why.`
      : '',
    unfinished.length > 0 ? `${listing(unfinished)}.` : '',
    sampled && rows.every(({ evidence }) => evidence === 'sampled')
      ? 'These runs are a sample of all executions: one of them could have broken a claim; that none did proves none.'
      : '',
  ].filter((sentence) => sentence !== '')
}

function shortened(sentences: readonly string[], section: string): string[] {
  const more = sentences.length - sentencesMax
  if (more <= 0) return [...sentences]
  return [...sentences.slice(0, sentencesMax), `${counted(more, 'more result')} under ${section}.`]
}
