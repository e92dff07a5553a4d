import { didYouMean, InputError } from '../../engine/index.ts'
import type { Results } from '../statistics/groups.ts'
import { defaultTheme } from '../themes/index.ts'
import type { Look } from '../themes/look.ts'
import { timeAgainstEccentricity } from './against-eccentricity.ts'
import { againstN } from './against-n.ts'
import { timeByDelay } from './by-delay.ts'
import { byNetwork } from './by-network.ts'
import type { Chart, ChartMaker } from './chart.ts'
import { distribution } from './distribution.ts'
import { messagesRatio } from './ratio.ts'
import { worstCases } from './worst-cases.ts'

/** All kinds of charts by name, in the order in which a report shows them. */
export const chartMakers: Readonly<Record<string, ChartMaker>> = {
  'worst-case-messages': (results, look) => worstCases(results, 'messages', look),
  'worst-case-time': (results, look) => worstCases(results, 'time', look),
  'messages-against-n': (results, look) => againstN(results, 'messages', look),
  'messages-by-network': (results, look) => byNetwork(results, 'messages', look),
  'time-against-n': (results, look) => againstN(results, 'time', look),
  'time-against-eccentricity': timeAgainstEccentricity,
  'time-by-network': (results, look) => byNetwork(results, 'time', look),
  'time-by-delay': timeByDelay,
  'messages-ratio': messagesRatio,
  'distribution-of-messages': (results, look) => distribution(results, 'messages', look),
  'distribution-of-time': (results, look) => distribution(results, 'time', look),
}

/** The charts that the experiment asks for, or all that the results give rise to. */
export function makeCharts(results: Results, look: Look = defaultTheme): Chart[] {
  const known = Object.keys(chartMakers)
  const wanted = results.manifest.experiment.charts ?? known
  const charts = wanted.flatMap((name) => {
    const maker = chartMakers[name]
    if (maker === undefined)
      throw new InputError(
        `unknown chart “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
      )
    return maker(results, look)
  })
  return charts.map((chart, i) => {
    const namesakes = charts.slice(0, i).filter(({ name }) => name === chart.name).length
    return namesakes === 0 ? chart : { ...chart, name: `${chart.name}-${namesakes + 1}` }
  })
}
