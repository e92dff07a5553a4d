import { parseFormula } from '../../engine/index.ts'
import { distinct } from '../group-by.ts'
import type { Group, Results } from '../statistics/groups.ts'
import type { Look } from '../themes/look.ts'
import { capitalised } from '../wording/capitalised.ts'
import { caption } from '../wording/captions.ts'
import { boundLabel } from '../wording/claim-text.ts'
import { circumstance, labelOf, specOf } from '../wording/dimensions.ts'
import { costAxis, titled } from '../wording/titles.ts'
import type { Bound } from './bounds.ts'
import type { Chart, Observation } from './chart.ts'
import { type Cloud, cloudChart } from './cloud-chart.ts'
import { seriesMax } from './figures.ts'
import { runRecords } from './observations.ts'

/** More points would hide each other. */
const pointsMax = 4000

/**
 * Time against the eccentricity of the root, all topologies and sizes together: for the algorithms whose claim about
 * time speaks of nothing else.
 */
export function timeAgainstEccentricity(results: Results, look: Look): Chart[] {
  const { manifest, numbers } = results
  const groups = results.groups.filter(speaksOfEccentricity)
  const runs = groups.flatMap(({ key, complete }) =>
    complete.flatMap((run): Cloud['runs'] => {
      const { root_eccentricity: n, time: value } = run
      if (n === null || value === null) return []
      const panel = labelOf(key, 'algorithm', manifest)
      return [{ panel, series: labelOf(key, 'topology', manifest), n, value, row: numbers.get(run)! }]
    }),
  )
  const eccentricities = distinct(runs.map(({ n }) => n)).sort((a, b) => a - b)
  const series = distinct(runs.map((run) => run.series))
  const tooMany = runs.length > pointsMax || series.length > seriesMax
  if (eccentricities.length < 3 || tooMany || variesOtherwise(groups)) return []
  const title = titled({ groups, manifest }, 'time against the eccentricity of the root')
  const chart: Cloud = {
    name: 'time-against-eccentricity',
    title,
    caption: caption({
      title,
      marks: ['Each point is one sampled run', 'Dashed lines are the bounds that the theorems claim'],
      keys: groups.map(({ key }) => key),
      manifest,
    }),
    data: groups.flatMap((group) => observations(group, numbers)),
    subtitle: [
      `${capitalised(circumstance(groups[0]!.key, 'delay', manifest))}; all sizes`,
      'Each point: one sampled run; dashed: the theorem',
    ],
    axis: 'eccentricity of the root (channels)',
    timeAxis: costAxis('time', groups),
    series,
    runs,
    bounds: distinct(runs.map(({ panel }) => panel)).map((panel) => {
      const group = groups.find(({ key }) => labelOf(key, 'algorithm', manifest) === panel)!
      return boundOver(eccentricities, group, panel, look)
    }),
  }
  return [cloudChart(chart, look)]
}

function observations(group: Group, numbers: Results['numbers']): Observation[] {
  return runRecords(group, 'time', numbers).map((record, i) => ({
    ...record,
    root_eccentricity: group.complete[i]!.root_eccentricity,
  }))
}

function speaksOfEccentricity({ claims: { time }, complete }: Group): boolean {
  return time !== null && complete.length > 0 && parseFormula(time.formula).variables.join() === 'ecc'
}

/** Whether a sweep varies more than algorithm, topology and size: unlike runs would be in one cloud. */
function variesOtherwise(groups: readonly Group[]): boolean {
  return (['inputs', 'delay', 'wakeup', 'faults'] as const).some(
    (dimension) => new Set(groups.map(({ key }) => specOf(key, dimension))).size > 1,
  )
}

function boundOver(eccentricities: readonly number[], { claims }: Group, panel: string, look: Look): Bound {
  const formula = parseFormula(claims.time!.formula)
  const points = eccentricities.map((n) => ({ n, value: formula.evaluate(() => n) }))
  return { panel, label: boundLabel(claims.time!), colour: look.ink.bound, points }
}
