import { parseFormula } from '../../engine/index.ts'
import { distinct } from '../group-by.ts'
import type { Group, Results } from '../statistics/groups.ts'
import { capitalised } from '../wording/capitalised.ts'
import { boundLabel } from '../wording/claim-text.ts'
import { circumstance, labelOf, specOf } from '../wording/dimensions.ts'
import { costAxis, titled } from '../wording/titles.ts'
import type { Bound } from './bounds.ts'
import type { Chart } from './chart.ts'
import { type Cloud, cloudChart } from './cloud-chart.ts'
import { colours } from './palette.ts'
import { ink } from './theme.ts'

/** More points would hide each other. */
const pointsMax = 4000

/**
 * Time against the eccentricity of the root, all topologies and sizes together: for the algorithms whose claim about
 * time speaks of nothing else.
 */
export function timeAgainstEccentricity(results: Results): Chart[] {
  const { manifest } = results
  const groups = results.groups.filter(speaksOfEccentricity)
  const runs = groups.flatMap(({ key, complete }) =>
    complete.flatMap(({ root_eccentricity: n, time: value }): Cloud['runs'] => {
      if (n === null || value === null) return []
      return [
        { panel: labelOf(key, 'algorithm', manifest), series: labelOf(key, 'topology', manifest), n, value },
      ]
    }),
  )
  const eccentricities = distinct(runs.map(({ n }) => n)).sort((a, b) => a - b)
  const series = distinct(runs.map((run) => run.series))
  const tooMany = runs.length > pointsMax || series.length > colours.length
  if (eccentricities.length < 3 || tooMany || variesOtherwise(groups)) return []
  return [
    cloudChart({
      name: 'time-against-eccentricity',
      title: titled({ groups, manifest }, 'time against the eccentricity of the root'),
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
        return boundOver(eccentricities, group, panel)
      }),
    }),
  ]
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

function boundOver(eccentricities: readonly number[], { claims }: Group, panel: string): Bound {
  const formula = parseFormula(claims.time!.formula)
  const points = eccentricities.map((n) => ({ n, value: formula.evaluate(() => n) }))
  return { panel, label: boundLabel(claims.time!), colour: ink.bound, points }
}
