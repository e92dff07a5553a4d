import type { Results } from '../statistics/groups.ts'
import { againstN } from './against-n.ts'
import { timeByDelay } from './by-delay.ts'
import { byNetwork } from './by-network.ts'
import type { Chart, ChartMaker } from './chart.ts'
import { distribution } from './distribution.ts'
import { messagesRatio } from './ratio.ts'

/** All kinds of charts, in the order in which a report shows them. */
export const makers: readonly ChartMaker[] = [
  (results) => againstN(results, 'messages'),
  (results) => byNetwork(results, 'messages'),
  (results) => againstN(results, 'time'),
  (results) => byNetwork(results, 'time'),
  timeByDelay,
  messagesRatio,
  (results) => distribution(results, 'messages'),
  (results) => distribution(results, 'time'),
]

/** Every chart that the results give rise to. */
export const makeCharts = (results: Results): Chart[] => makers.flatMap((maker) => maker(results))
