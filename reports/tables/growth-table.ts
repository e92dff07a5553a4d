import { type GrowthAssessment, type GrowthVerdict, growthVerdicts } from '../growth/index.ts'
import type { Results } from '../statistics/groups.ts'
import { headingOf } from '../wording/dimensions.ts'
import { growthSentence } from '../wording/growth-sentence.ts'
import { count, counted } from '../wording/numbers.ts'
import { percent } from '../wording/percent.ts'
import type { Cell, PageCell, Piece } from './cell.ts'
import { type ColumnOf, type PageTable, type PaperTable, tableOf } from './table.ts'
import { settingColumns, variedIn } from './varied.ts'

/** A verdict for which nothing is missing. */
type Assessed = GrowthVerdict & { readonly assessment: GrowthAssessment }

const assessedIn = (verdicts: readonly GrowthVerdict[]): Assessed[] =>
  verdicts.filter((verdict): verdict is Assessed => verdict.assessment !== null)

/** Which class each cost grows like; null if nothing was run at enough sizes to say. */
export function growthPaperTable(results: Results): PaperTable | null {
  const { manifest } = results
  const assessed = assessedIn(growthVerdicts(results))
  if (assessed.length === 0) return null
  const keyOf = ({ key }: Assessed) => key
  const varied = variedIn(assessed.map(keyOf)).filter((dimension) => dimension !== 'topology')
  const place: ColumnOf<Assessed> = {
    title: 'Topology',
    kind: 'name',
    cell: (verdict) => placeOf(verdict, results),
  }
  const isPlaceTold = new Set(assessed.map(place.cell)).size > 1
  const columns: readonly ColumnOf<Assessed>[] = [
    ...settingColumns(['algorithm'], keyOf, manifest),
    ...(isPlaceTold ? [place] : []),
    ...settingColumns(varied, keyOf, manifest),
    { title: 'Measure', kind: 'text', cell: ({ measure }) => measure },
    { title: 'Grows like', kind: 'text', cell: ({ assessment }) => classCell(assessment) },
    {
      title: 'Support',
      kind: 'number',
      cell: ({ assessment }) => [100 * assessment.contenders[0]!.share, '%'],
    },
    {
      title: 'Exponent of n',
      kind: 'number',
      cell: ({ topologies, assessment }) => (topologies.length > 1 ? null : exponentCell(assessment)),
    },
  ]
  return {
    name: 'growth',
    title: 'Growth',
    caption: `Which class each cost grows like, up to a constant factor and terms of lower order, at the sizes that were run. Support: in which part of ${count(assessed[0]!.assessment.resamples)} resamples the first named class fits best; those that cannot be told apart are followed by a question mark. Exponent of n: the slope of the logarithm of the cost over that of n, over this range, with its 95% interval; it is no class.`,
    ...tableOf(columns, assessed),
    source: 'growth.csv',
  }
}

/** A page with more lines would be slow to open; all of them stand in growth.csv. */
const linesMax = 200

/** The same with each verdict as a sentence. */
export function growthPageTable(results: Results): PageTable | null {
  const verdicts = growthVerdicts(results)
  const assessed = assessedIn(verdicts)
  if (assessed.length === 0) return null
  const columns: readonly ColumnOf<Assessed, PageCell>[] = [
    {
      title: 'Verdict',
      kind: 'sentence',
      cell: (verdict) => growthSentence(verdict, results.manifest),
    },
    {
      title: 'Class',
      kind: 'name',
      cell: ({ assessment }) => ({
        tone: assessment.kind === 'grows' ? 'good' : 'neutral',
        text: classWords(assessment),
      }),
    },
    {
      title: 'Exponent of n',
      kind: 'number',
      cell: ({ topologies, assessment }) =>
        topologies.length > 1 ? null : assessment.exponent.value.toFixed(2),
    },
    {
      title: 'Support',
      kind: 'number',
      cell: ({ assessment: { kind, contenders } }) =>
        kind === 'none' ? null : percent(contenders[0]!.share),
    },
    {
      title: 'Hold-out',
      kind: 'number',
      cell: ({ assessment }) => percent(assessment.contenders[0]!.holdOut),
    },
  ]
  const beyond = assessed.length - linesMax
  const without = verdicts.length - assessed.length
  const more = [
    beyond > 0 ? ` ${counted(beyond, 'more line')} in growth.csv.` : '',
    without > 0 ? ` ${counted(without, 'cost')} could not be judged; growth.csv says why.` : '',
  ]
  return {
    label: 'How costs grow',
    caption: `Which class each cost grows like, up to a constant factor and terms of lower order. Exponent of n: the slope of the logarithm of the cost over that of n, over this range; it is no class. Support: in which part of ${count(assessed[0]!.assessment.resamples)} resamples the class fits best. Hold-out: the typical error of its curve through the smaller sizes at the largest ones. A verdict is about the sizes that were run.${more.join('')}`,
    ...tableOf(columns, assessed.slice(0, linesMax)),
  }
}

const placeOf = (
  { key, topologies }: Pick<GrowthVerdict, 'key' | 'topologies'>,
  { manifest }: Results,
): string =>
  topologies.length > 1 ? `${count(topologies.length)} kinds together` : headingOf(key, 'topology', manifest)

function classCell({ kind, contenders }: GrowthAssessment): Cell {
  if (kind === 'none') return 'none of the classes tried'
  const pieces = contenders.flatMap(({ text }, i): Piece[] => [...(i > 0 ? [' or '] : []), { formula: text }])
  return kind === 'grows' ? pieces : [...pieces, '?']
}

/** Slopes are known to hundredths at best. */
function exponentCell({ exponent }: GrowthAssessment): Cell {
  const [value, low, high] = [exponent.value, exponent.low, exponent.high].map((x) => Number(x.toFixed(2)))
  return [value!, ' (', low!, ' to ', high!, ')']
}

/** The classes in a few words: “n log n”, “n or n log n?”, “none”. */
function classWords({ kind, contenders }: GrowthAssessment): string {
  if (kind === 'none') return 'none'
  const texts = contenders.map(({ text }) => text)
  return kind === 'grows' ? texts[0]! : `${texts.join(' or ')}?`
}
