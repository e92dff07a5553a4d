import type { ExperimentDefinition } from '../definition/experiment.ts'
import type { ResilienceDefinition } from '../definition/resilience.ts'
import { broadcastChallenge } from './broadcast-challenge.ts'
import { broadcastOrders } from './broadcast-orders.ts'
import { byzantineMessages } from './byzantine-messages.ts'
import { clockSynchronisation } from './clock-synchronisation.ts'
import { congest } from './congest.ts'
import { consensus } from './consensus.ts'
import { delays } from './delays.ts'
import { earlyDeciding } from './early-deciding.ts'
import { electionsAnywhere } from './elections-anywhere.ts'
import { electionsOnRings } from './elections-on-rings.ts'
import { flooding } from './flooding.ts'
import { gossip } from './gossip.ts'
import { lockFairness } from './lock-fairness.ts'
import { locks } from './locks.ts'
import { locksSolo } from './locks-solo.ts'
import { mutualExclusion } from './mutual-exclusion.ts'
import { partialSynchrony } from './partial-synchrony.ts'
import { priceOfAtomicity } from './price-of-atomicity.ts'
import { priceOfOrder } from './price-of-order.ts'
import { priceOfPolling } from './price-of-polling.ts'
import { priceOfSynchrony } from './price-of-synchrony.ts'
import { priceOfSynchronyByDensity } from './price-of-synchrony-by-density.ts'
import { quickstart } from './quickstart.ts'
import { randomisedConsensus } from './randomised-consensus.ts'
import { realNetworks } from './real-networks.ts'
import { registers } from './registers.ts'
import { registersOverMessages } from './registers-over-messages.ts'
import { resilience } from './resilience.ts'
import { ringElection } from './ring-election.ts'
import { ringLowerBound } from './ring-lower-bound.ts'
import { selfStabilisingRings } from './self-stabilising-rings.ts'
import { snapshots } from './snapshots.ts'
import { spanningTrees } from './spanning-trees.ts'
import { spanningTreesByWeight } from './spanning-trees-by-weight.ts'
import { symmetryBreaking } from './symmetry-breaking.ts'
import { terminationDetection } from './termination-detection.ts'
import { traversals } from './traversals.ts'
import { worstCases } from './worst-cases.ts'
import { worstCasesComplete } from './worst-cases-complete.ts'
import { worstCasesElections } from './worst-cases-elections.ts'
import { worstCasesMutualExclusion } from './worst-cases-mutual-exclusion.ts'

/** The experiments that come with the package. */
export const stockExperiments: readonly ExperimentDefinition[] = [
  quickstart,
  flooding,
  spanningTrees,
  ringElection,
  electionsOnRings,
  ringLowerBound,
  symmetryBreaking,
  gossip,
  traversals,
  electionsAnywhere,
  delays,
  realNetworks,
  worstCases,
  worstCasesComplete,
  spanningTreesByWeight,
  congest,
  worstCasesElections,
  worstCasesMutualExclusion,
  mutualExclusion,
  broadcastOrders,
  broadcastChallenge,
  registersOverMessages,
  clockSynchronisation,
  registers,
  snapshots,
  priceOfSynchrony,
  priceOfSynchronyByDensity,
  priceOfAtomicity,
  priceOfPolling,
  priceOfOrder,
  terminationDetection,
  consensus,
  earlyDeciding,
  byzantineMessages,
  randomisedConsensus,
  partialSynchrony,
  locks,
  lockFairness,
  locksSolo,
  selfStabilisingRings,
]

/** Those whose answer is a map of systems, each of which stands for all of its executions. */
export const stockMaps: readonly ResilienceDefinition[] = [resilience]
