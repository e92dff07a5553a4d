import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { growthVerdicts } from '../growth/index.ts'
import { comparisonsOf } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import type { ShownMeasure } from '../statistics/row-claims.ts'
import { tightness } from '../statistics/tightness.ts'
import { capitalised } from '../wording/capitalised.ts'
import { delaySentence } from './delay-answer.ts'
import { growthSentences } from './growth-answer.ts'
import { costSentence, exactSentence } from './lone-answer.ts'
import { pairSentence } from './pair-answer.ts'
import { severalSentence } from './several-answer.ts'
import { forcedSentences, tightnessSentences } from './worst-case-answer.ts'

/** What came out, and the beginnings of the names of charts that show it. */
interface Finding {
  readonly sentence: string
  readonly charts: readonly string[]
}

/**
 * All that the results say about the question, the most telling first: worst cases, if any were asked for; which costs depend
 * on the delays, if these are what varies most; which algorithm costs less; of one alone, what it costs exactly; how costs
 * grow. In rounds the time is what is counted, so that it comes before the messages.
 */
export function findings(results: Results, verdicts: readonly ClaimVerdict[]): Finding[] {
  const { rows, groups, manifest, worstCases } = results
  const [first, second] = groups.every(({ key }) => key.timing === 'synchronous')
    ? (['time', 'messages'] as const)
    : (['messages', 'time'] as const)
  const from = (sentences: readonly (string | null)[], ...charts: string[]): Finding[] =>
    sentences.flatMap((sentence) => (sentence === null ? [] : [{ sentence: capitalised(sentence), charts }]))
  const growth = growthVerdicts(results)
  const alone = distinct(groups.map(({ key }) => key.algorithm)).length === 1
  const grown = (measure: ShownMeasure) =>
    from(
      growthSentences(
        growth.filter((one) => one.measure === measure),
        manifest,
      ),
      `${measure}-against-n`,
      measure,
    )
  const found = [
    ...from(forcedSentences(rows, manifest), 'worst-case-messages'),
    ...from(tightnessSentences(tightness(results), manifest), 'tightness', 'worst-case'),
    ...from([delaySentence(results)], 'time-by-delay', 'messages-by-delay'),
    ...from(
      comparedSentences(results, [first, second]).map(
        (sentence) => `${worstCases.length > 0 ? 'Among random runs, ' : ''}${sentence}`,
      ),
      `${first}-against-n`,
      first,
    ),
    ...(alone ? from([exactSentence(verdicts)], 'messages-against-n', 'messages') : []),
    ...grown(first),
    ...grown(second),
  ]
  return found.length > 0 ? found : from([costSentence(results, first)], `${first}-against-n`, first)
}

/** Of two algorithms a sentence for each cost, of more one about all costs. */
function comparedSentences(results: Results, measures: readonly ShownMeasure[]): string[] {
  const { groups, manifest } = results
  const all = measures
    .map((measure) => ({ measure, compared: comparisonsOf(results, measure) }))
    .filter(({ compared }) => compared.length > 0)
  const ran = distinct(groups.map(({ key }) => key.algorithm))
  if (all.length === 0) return []
  if (ran.length > 2)
    return [
      severalSentence(
        all.map(({ compared }) => compared),
        groups,
        manifest,
      ),
    ]
  return all.map(({ measure, compared }) => pairSentence(compared, measure, groups, manifest))
}
