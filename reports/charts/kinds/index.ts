import { Catalogue } from '../../../engine/index.ts'
import { against } from './against.ts'
import { againstDistance } from './against-distance.ts'
import { bill } from './bill.ts'
import { byDelay } from './by-delay.ts'
import { byNetwork } from './by-network.ts'
import { byType } from './by-type.ts'
import { channelLoad } from './channel-load.ts'
import type { ChartKind } from './chart-kind.ts'
import { cheapest } from './cheapest.ts'
import { comparison } from './comparison.ts'
import { distribution } from './distribution.ts'
import { heatMap } from './heat-map.ts'
import { overBound } from './over-bound.ts'
import { ratio } from './ratio.ts'
import { throughputResponse } from './throughput-response.ts'
import { tightness } from './tightness.ts'
import { tradeOff } from './trade-off.ts'
import { worstCase } from './worst-case.ts'

export type { ChartKind } from './chart-kind.ts'

/** All kinds of charts, in the order of the documentation. */
export const chartKinds = new Catalogue<ChartKind>('chart', [
  worstCase,
  tightness,
  against,
  overBound,
  byNetwork,
  againstDistance,
  byDelay,
  comparison,
  ratio,
  byType,
  bill,
  channelLoad,
  distribution,
  heatMap,
  cheapest,
  tradeOff,
  throughputResponse,
])
