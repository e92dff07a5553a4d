import { formulaOf, formulaValue } from '../../../engine/index.ts'
import { distinct } from '../../group-by.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import type { Look } from '../../themes/look.ts'
import { capitalised } from '../../wording/capitalised.ts'
import { caption } from '../../wording/captions.ts'
import { boundLabel } from '../../wording/claim-text.ts'
import { circumstance, labelOf, specOf } from '../../wording/dimensions.ts'
import { costAxis, titled, unitSentence } from '../../wording/titles.ts'
import { seriesMax } from '../data/chart-plan.ts'
import { type Observation, runRecords } from '../data/observations.ts'
import { type Cloud, cloudChart } from '../forms/cloud-chart.ts'
import type { Bound } from '../sheet/bounds.ts'
import type { Chart } from '../sheet/chart.ts'
import type { ChartKind } from './chart-kind.ts'
import { where } from './parameters.ts'

/** No chart with more points than this: they would hide each other. */
const pointsMax = 4000

/** How far messages have to go in a network: from the root, or between any two processors. */
const distances = {
  eccentricity: { column: 'root_eccentricity', symbol: 'ecc', title: 'eccentricity of the root' },
  diameter: { column: 'diameter', symbol: 'D', title: 'diameter' },
} as const

type Distance = keyof typeof distances

/**
 * Time against a distance, all topologies and sizes together: of the algorithms whose claim about time speaks of that
 * distance alone, or, where there is none, of all.
 */
export const againstDistance: ChartKind = {
  name: 'against-distance',
  summary: 'time against the eccentricity of the root or the diameter, all networks and sizes together',
  parameters: {
    distance: {
      kind: 'text',
      description: 'eccentricity (of the root) or diameter',
      choices: ['eccentricity', 'diameter'],
      default: 'eccentricity',
    },
    where,
  },
  named: {
    'time-against-eccentricity': '',
    'time-against-diameter': 'distance=diameter',
  },
  about: ({ groups }, { distance }) => aboutDistance(groups, distance as Distance),
  draw: (results, look, { distance }) => draw(results, distance as Distance, look),
  usual({ groups }, values) {
    return groups.some((group) => speaksOf(group, values.distance as Distance)) ? values : null
  },
}

function draw(results: Results, distance: Distance, look: Look): Chart[] {
  const { manifest, numbers } = results
  const { column, title: what } = distances[distance]
  const groups = aboutDistance(results.groups, distance)
  const claimed = groups.filter((group) => speaksOf(group, distance))
  const runs = groups.flatMap(({ key, complete }) =>
    complete.flatMap((run): Cloud['runs'] => {
      const { [column]: n, time: value } = run
      if (n === null || value === null) return []
      const panel = labelOf(key, 'algorithm', manifest)
      return [{ panel, series: labelOf(key, 'topology', manifest), n, value, row: numbers.get(run)! }]
    }),
  )
  const values = distinct(runs.map(({ n }) => n)).sort((a, b) => a - b)
  const series = distinct(runs.map((run) => run.series))
  const tooMany = runs.length > pointsMax || series.length > seriesMax
  if (values.length < 3 || tooMany || variesOtherwise(groups)) return []
  const title = titled({ groups, manifest }, `time against the ${what}`)
  const bounds = distinct(claimed.map(({ key }) => labelOf(key, 'algorithm', manifest))).map((panel) => {
    const group = claimed.find(({ key }) => labelOf(key, 'algorithm', manifest) === panel)!
    return boundOver(values, group, panel)
  })
  const chart: Cloud = {
    name: `time-against-${distance}`,
    title,
    caption: caption({
      marks: [
        'Each point is one sampled run',
        bounds.length === 0 ? '' : 'Dashed lines are the bounds that the theorems claim',
        unitSentence('time', groups),
      ],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => observations(group, distance, numbers)),
    subtitle: [
      `${capitalised(circumstance(groups[0]!.key, 'delay', manifest))}; all sizes`,
      `Each point: one sampled run${bounds.length === 0 ? '' : '; dashed: the theorem'}`,
    ],
    axis: `${what} (channels)`,
    timeAxis: costAxis('time', groups),
    series,
    runs,
    bounds,
  }
  return cloudChart(chart, look)
}

/** Those whose bound speaks of the distance alone; all that were measured, if there are none. */
function aboutDistance(groups: readonly Group[], distance: Distance): Group[] {
  const { column } = distances[distance]
  const measured = groups.filter(({ complete }) =>
    complete.some((row) => row.time !== null && row[column] !== null),
  )
  const claimed = measured.filter((group) => speaksOf(group, distance))
  return claimed.length > 0 ? claimed : measured
}

function observations(group: Group, distance: Distance, numbers: Results['numbers']): Observation[] {
  const { column } = distances[distance]
  return runRecords(group, 'time', numbers).map((record, i) => ({
    ...record,
    [column]: group.complete[i]![column],
  }))
}

/** Whether the bound on the time of a group depends on this distance and nothing else. */
function speaksOf({ claims: { time } }: Group, distance: Distance): boolean {
  return time !== null && formulaOf(time.formula).variables.join() === distances[distance].symbol
}

/** Whether a sweep varies more than algorithm, topology and size: unlike runs would be in one cloud. */
function variesOtherwise(groups: readonly Group[]): boolean {
  return (['inputs', 'delay', 'wakeup', 'faults', 'weights', 'clocks', 'workload'] as const).some(
    (dimension) => new Set(groups.map(({ key }) => specOf(key, dimension))).size > 1,
  )
}

function boundOver(distancesSeen: readonly number[], { claims }: Group, panel: string): Bound {
  const { formula } = claims.time!
  const points = distancesSeen.map((n) => ({ n, value: formulaValue(formula, () => n) }))
  return { panel, label: boundLabel(claims.time!), series: null, points }
}
