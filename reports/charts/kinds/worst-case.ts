import type { Measure } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/index.ts'
import { distinct, groupBy } from '../../group-by.ts'
import { type Description, describe } from '../../statistics/describe.ts'
import { type Results, valuesOf } from '../../statistics/groups.ts'
import { isComplete, measuredOf } from '../../statistics/row-claims.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { circumstance, type Dimension, headingOf, specOf } from '../../wording/dimensions.ts'
import { measureSlug, measureWords } from '../../wording/measures.ts'
import { count, counted } from '../../wording/numbers.ts'
import { costAxis, unitSentence } from '../../wording/titles.ts'
import { costliest, type Observation, measuredOf as ofRuns } from '../data/observations.ts'
import { lowerBounds, shownBounds } from '../data/shown-bounds.ts'
import { type EvidenceCurves, type EvidencePanel, evidenceChart, type Mark } from '../forms/evidence-chart.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { checkMeasure, measure, measureOf, where } from './parameters.ts'

/** No more panels than this. */
const panelsMax = 12

/** What sets panels apart. Sizes lie along the axis, and delays are up to the adversary or to chance in every panel. */
const told: readonly Dimension[] = [
  'algorithm',
  'topology',
  'inputs',
  'wakeup',
  'faults',
  'weights',
  'workload',
]

/**
 * The largest costs that are known against the number of processors, one panel for each algorithm: sampled, searched
 * and exact, with the bound that they are held to.
 */
export const worstCase: ChartKind = {
  name: 'worst-case',
  summary: 'the largest known costs against n: sampled, searched and exact, with the bound',
  parameters: { measure, where },
  check: (values) => checkMeasure('worst-case', values),
  named: { 'worst-case-messages': '', 'worst-case-time': 'measure=time' },
  about: () => [],
  draw: (results, look, values) => draw(results, measureOf(values), look),
}

function draw(results: Results, measure: Measure, look: Look): Chart[] {
  const { manifest } = results
  const known = results.worstCases.filter((row) => measuredOf(row, measure) !== null)
  const all = [...groupBy(known, settingOf).values()]
  const shown = all.slice(0, panelsMax)
  if (shown.length === 0) return []
  const varied = told.filter((dimension) => new Set(all.map(([row]) => specOf(row!, dimension))).size > 1)
  const panels = shown.map((rows): EvidencePanel => {
    const sampled = sampledLike(rows[0]!, results, measure)
    const headings = varied.map((dimension) => headingOf(rows[0]!, dimension, manifest))
    return {
      header: headings.join(', '),
      sampled,
      found: rows.map((row) => mark(row, measure, results)),
      bounds: [...shownBounds(rows, measure, manifest), ...lowerBounds(rows, measure)],
    }
  })
  const first = shown[0]![0]!
  const setting = told
    .filter((dimension) => !varied.includes(dimension) && dimension !== 'algorithm')
    .map((dimension) => circumstance(first, dimension, manifest))
  const what = `${measureWords(measure)} in the worst case`
  const only = varied.includes('algorithm') ? null : headingOf(first, 'algorithm', manifest)
  const title = only === null ? capitalised(what) : `${only}: ${what}`
  const asynchronous = results.groups.filter(({ key }) => key.timing === 'asynchronous')
  const settings = new Set(shown.map(([row]) => settingOf(row!)))
  const drawn = results.rows.filter((row) => row.timing === 'asynchronous' && settings.has(settingOf(row)))
  const chart: EvidenceCurves = {
    name: `worst-case-${measureSlug(measure)}`,
    title,
    caption: caption({
      marks: [
        ...legendOf(panels),
        'Dashed lines are the bounds that the theorems claim',
        unitSentence(measure, asynchronous),
      ],
      keys: drawn,
      manifest,
    }),
    data: shown.flatMap((rows, i) => records(rows[0]!, panels[i]!, measure)),
    subtitle: [
      capitalised(setting.filter((word) => word !== '').join('; ')),
      legendOf(panels).join('. ') +
        (all.length > panelsMax ? `; the first ${panelsMax} of ${count(all.length)}` : ''),
    ],
    axis: costAxis(measure, asynchronous),
    panels,
  }
  return evidenceChart(chart, look)
}

/** The marks of a panel as records of the figure's table. */
function records(first: Row, { sampled, found, bounds }: EvidencePanel, measure: Measure): Observation[] {
  const setting = Object.fromEntries(told.map((dimension) => [dimension, specOf(first, dimension)]))
  const bound = (n: number) => {
    const [at] = bounds.flatMap(({ label, points }) =>
      points.filter((point) => point.n === n).map(({ value }) => ({ label, value })),
    )
    return { bound_label: at?.label ?? null, bound: at?.value ?? null }
  }
  const runs = sampled.map(({ n, count, median, min, max, row }) => ({
    ...setting,
    n,
    evidence: 'sampled (median)',
    runs: count,
    [measure]: median,
    smallest: min,
    largest: max,
    ...bound(n),
    row,
  }))
  const worst = found.map(({ n, value, kind, row }) => ({
    ...setting,
    n,
    evidence: kind,
    runs: null,
    [measure]: value,
    smallest: null,
    largest: null,
    ...bound(n),
    row,
  }))
  return [...runs, ...worst]
}

const settingOf = (row: Row): string => JSON.stringify(told.map((dimension) => specOf(row, dimension)))

/** By n, the sampled asynchronous runs in the same setting, whatever their delays. */
function sampledLike(row: Row, { rows, numbers }: Results, measure: Measure): EvidencePanel['sampled'] {
  const like = rows.filter(
    (other) =>
      other.evidence === 'sampled' &&
      other.timing === 'asynchronous' &&
      isComplete(other) &&
      settingOf(other) === settingOf(row),
  )
  return [...groupBy(like, ({ n }) => String(n)).values()]
    .flatMap((runs) => {
      const description: Description | null = describe(valuesOf(runs, measure))
      const row = description && costliest(ofRuns(runs, measure, numbers))
      return description === null ? [] : { n: runs[0]!.n, ...description, row }
    })
    .sort((a, b) => a.n - b.n)
}

function mark(row: Row, measure: Measure, { numbers }: Results): Mark {
  const cut = row.evidence === 'exact' && !isComplete(row)
  const kind = cut ? 'explored in part' : row.evidence
  return { n: row.n, value: measuredOf(row, measure)!, kind, row: numbers.get(row)! }
}

/** What the marks are. */
function legendOf(panels: readonly EvidencePanel[]): string[] {
  const runs = panels.flatMap(({ sampled }) => sampled.map(({ count }) => count))
  const fewest = Math.min(...runs)
  const most = Math.max(...runs)
  const kinds = distinct(panels.flatMap(({ found }) => found.map(({ kind }) => kind)))
  const words: Readonly<Record<Mark['kind'], string>> = {
    sampled: '',
    searched: 'Searched: the most that an adversary found',
    forced: 'Forced: what the proof of a lower bound makes of this algorithm',
    exact: 'Exact: the most over all schedules',
    'explored in part': 'Explored in part: the most over the schedules that were seen',
  }
  const number = fewest === most ? counted(most, 'run') : `${count(fewest)} to ${counted(most, 'run')}`
  const sampled = runs.length === 0 ? [] : [`Sampled: median of ${number}, band: smallest to largest`]
  return [...sampled, ...kinds.map((kind) => words[kind])]
}
