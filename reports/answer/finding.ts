import type { Measure } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'
import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { distinct } from '../group-by.ts'
import { growthVerdicts } from '../growth/index.ts'
import { comparisonsOf } from '../statistics/comparison.ts'
import type { Results } from '../statistics/groups.ts'
import { tightness } from '../statistics/tightness.ts'
import { capitalised } from '../wording/capitalised.ts'
import { measureSlug } from '../wording/measures.ts'
import { costSentence } from './cost-answer.ts'
import { delaySentence } from './delay-answer.ts'
import { exactSentence } from './exact-answer.ts'
import { growthSentences } from './growth-answer.ts'
import { pairSentence } from './pair-answer.ts'
import { severalSentence } from './several-answer.ts'
import { forcedSentences, tightnessSentences } from './worst-case-answer.ts'

/** What came out, and the beginnings of the names of charts that show it. */
interface Finding {
  readonly sentence: string
  readonly charts: readonly string[]
}

/**
 * All that the results say about the question, the most telling first: worst cases, if any were asked for; what each of several
 * algorithms, or the only one under several delays, took of the cost that the question is about; which costs depend on the
 * delays, if these are what varies most;
 * which algorithm costs less; of one alone, what it costs exactly; how costs grow.
 */
export function findings(results: Results, verdicts: readonly ClaimVerdict[]): Finding[] {
  const { rows, groups, manifest, worstCases } = results
  const asked = manifest.experiment.measure
  const measures = measuresInOrder(results)
  const [first] = measures as readonly [Measure]
  const ran = distinct(groups.map(({ key }) => key.algorithm)).length
  const growth = growthVerdicts(results)
  const compared = comparedSentences(results, measures).map(
    (sentence) => `${worstCases.length > 0 ? 'Among random runs, ' : ''}${sentence}`,
  )
  const delays = distinct(groups.map(({ key }) => key.delay)).length
  const found = [
    ...from(forcedSentences(rows, manifest), ['worst-case-messages']),
    ...from(tightnessSentences(tightness(results), manifest), ['tightness', 'worst-case']),
    ...(asked !== undefined && (ran > 2 || (ran === 1 && delays > 1))
      ? from([costSentence(results, asked)], chartsOf(asked, manifest))
      : []),
    ...from([delaySentence(results)], ['time-by-delay', 'messages-by-delay']),
    ...from(compared, chartsOf(first, manifest)),
    ...(ran === 1 ? from([exactSentence(verdicts)], chartsOf('messages', manifest)) : []),
    ...measures.flatMap((measure) =>
      from(
        growthSentences(
          growth.filter((one) => one.measure === measure),
          manifest,
        ),
        chartsOf(measure, manifest),
      ),
    ),
  ]
  return found.length > 0 ? found : from([costSentence(results, first)], chartsOf(first, manifest))
}

const from = (sentences: readonly (string | null)[], charts: readonly string[]): Finding[] =>
  sentences.flatMap((sentence) => (sentence === null ? [] : [{ sentence: capitalised(sentence), charts }]))

/** The costs, that of the question first. In rounds the time is what is counted, so that it comes before the messages. */
function measuresInOrder({ groups, manifest: { experiment } }: Results): readonly Measure[] {
  const usual = groups.every(({ key }) => key.timing === 'synchronous')
    ? (['time', 'messages'] as const)
    : (['messages', 'time'] as const)
  return [...new Set([experiment.measure ?? usual[0], ...usual])]
}

/** The beginnings of the names of charts that show a cost; of the cost of the question also the first that was asked for. */
function chartsOf(measure: Measure, { experiment }: Manifest): string[] {
  const slug = measureSlug(measure)
  const [asked] = measure === experiment.measure ? (experiment.charts ?? []) : []
  return [`${slug}-against-n`, slug, ...(asked === undefined ? [] : [asked.split(':', 1)[0]!])]
}

/** Of two algorithms a sentence for each cost, of more one about all costs. */
function comparedSentences(results: Results, measures: readonly Measure[]): string[] {
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
