import { type GrowthAssessment, type GrowthVerdict, growthVerdicts } from '../growth/index.ts'
import type { Results } from '../statistics/groups.ts'
import { headingOf } from '../wording/dimensions.ts'
import { count } from '../wording/numbers.ts'
import type { Cell, Column, PaperTable, Piece } from './table.ts'
import { cellsOf, columnsOf, variedIn } from './varied.ts'

/** Which class each cost grows like; null if nothing was run at enough sizes to say. */
export function growthPaperTable(results: Results): PaperTable | null {
  const { manifest } = results
  const judged = growthVerdicts(results).flatMap((verdict) =>
    verdict.assessment === null ? [] : [{ ...verdict, assessment: verdict.assessment }],
  )
  if (judged.length === 0) return null
  const varied = variedIn(judged.map(({ key }) => key)).filter((dimension) => dimension !== 'topology')
  const places = judged.map((verdict) => placeOf(verdict, results))
  const isPlaceTold = new Set(places).size > 1
  const left = (title: string): Column => ({ title, align: 'left' })
  const right = (title: string): Column => ({ title, align: 'right' })
  return {
    name: 'growth',
    title: 'Growth',
    caption: `Which class each cost grows like, up to a constant factor and terms of lower order, at the sizes that were run. Support: in which part of ${count(judged[0]!.assessment.resamples)} resamples the first named class fits best; those that cannot be told apart are followed by a question mark. Exponent: the slope of the logarithm of the cost over that of n, with its 95% interval.`,
    columns: [
      left('Algorithm'),
      ...(isPlaceTold ? [left('Topology')] : []),
      ...columnsOf(varied),
      left('Measure'),
      left('Grows like'),
      right('Support'),
      right('Exponent'),
    ],
    lines: judged.map(({ key, topologies, measure, assessment }, i): Cell[] => [
      headingOf(key, 'algorithm', manifest),
      ...(isPlaceTold ? [places[i]!] : []),
      ...cellsOf(key, varied, manifest),
      measure,
      classCell(assessment),
      [100 * assessment.contenders[0]!.share, '%'],
      topologies.length > 1 ? null : exponentCell(assessment),
    ]),
    source: 'growth.csv',
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
