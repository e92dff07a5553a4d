import type { AlgorithmFamily, AnyAlgorithm } from '../engine/index.ts'
import { convergecast } from './broadcast/convergecast.ts'
import { echo } from './broadcast/echo.ts'
import { flooding } from './broadcast/flooding.ts'
import { treeBroadcast } from './broadcast/tree-broadcast.ts'
import { gossipBroadcast } from './broadcast-services/gossip-broadcast.ts'
import * as broadcastServices from './broadcast-services/index.ts'
import * as clocks from './clocks/index.ts'
import { diffusing, moneyTransfers } from './computations/index.ts'
import * as consensusFamilies from './consensus/families.ts'
import * as consensus from './consensus/index.ts'
import { cmhDeadlock } from './deadlock/cmh-deadlock.ts'
import * as gossip from './gossip/index.ts'
import * as graphs from './graphs/index.ts'
import { bully } from './leader-election/bully.ts'
import { completeAsyncCapture } from './leader-election/complete-async-capture.ts'
import { completeSyncDoubling } from './leader-election/complete-sync-doubling.ts'
import { echoExtinction } from './leader-election/echo-extinction.ts'
import { floodmax } from './leader-election/floodmax.ts'
import { hyperElect } from './leader-election/hyper-elect.ts'
import { optFloodmax } from './leader-election/opt-floodmax.ts'
import { anonymousSyncRandom } from './leader-election/ring/anonymous-sync-random.ts'
import { franklin } from './leader-election/ring/franklin.ts'
import { hirschbergSinclair } from './leader-election/ring/hirschberg-sinclair.ts'
import { itaiRodeh } from './leader-election/ring/itai-rodeh.ts'
import { itaiRodehIdentities } from './leader-election/ring/itai-rodeh-identities.ts'
import { itaiRodehRounds } from './leader-election/ring/itai-rodeh-rounds.ts'
import { lcr } from './leader-election/ring/lcr.ts'
import { lelann } from './leader-election/ring/lelann.ts'
import { petersonAlternating } from './leader-election/ring/peterson-alternating.ts'
import { petersonDkr } from './leader-election/ring/peterson-dkr.ts'
import { timeSlice } from './leader-election/ring/time-slice.ts'
import { variableSpeeds } from './leader-election/ring/variable-speeds.ts'
import { treeElection } from './leader-election/tree-election.ts'
import { yoYo } from './leader-election/yo-yo.ts'
import * as mutualExclusion from './mutual-exclusion/index.ts'
import { maekawa } from './mutual-exclusion/maekawa.ts'
import * as registers from './registers/index.ts'
import * as selfStabilisation from './self-stabilisation/in-rounds.ts'
import * as sessions from './sessions/index.ts'
import { bfsLayeredAsync } from './spanning-tree/bfs-layered-async.ts'
import { bfsRelax } from './spanning-tree/bfs-relax.ts'
import { bfsSync } from './spanning-tree/bfs-sync.ts'
import { dfsTreeNoRoot } from './spanning-tree/dfs-tree-no-root.ts'
import { dfsTreeRoot } from './spanning-tree/dfs-tree-root.ts'
import { spanningTreeFlood } from './spanning-tree/spanning-tree-flood.ts'
import * as symmetryBreaking from './symmetry-breaking/index.ts'
import { awerbuchDfs } from './traversal/awerbuch-dfs.ts'
import { cidonDfs } from './traversal/cidon-dfs.ts'
import { classicDfs } from './traversal/classic-dfs.ts'
import { tarry } from './traversal/tarry.ts'
import { treeTraversal } from './traversal/tree-traversal.ts'
import * as waves from './waves/index.ts'

export * from './broadcast-services/index.ts'
export * from './clocks/index.ts'
export * from './computations/index.ts'
export * from './consensus/families.ts'
export * from './consensus/index.ts'
export * from './gossip/index.ts'
export * from './graphs/index.ts'
export * from './mutual-exclusion/index.ts'
export * from './registers/index.ts'
export * from './self-stabilisation/in-rounds.ts'
export * from './sessions/index.ts'
export * from './shared-memory.ts'
export * from './stabilising.ts'
export * from './symmetry-breaking/index.ts'
export * from './waves/index.ts'
export { partitionOf, stockWrappers } from './wrappers/index.ts'
export {
  anonymousSyncRandom,
  awerbuchDfs,
  bfsLayeredAsync,
  bfsRelax,
  bfsSync,
  cidonDfs,
  classicDfs,
  cmhDeadlock,
  completeAsyncCapture,
  completeSyncDoubling,
  convergecast,
  dfsTreeNoRoot,
  dfsTreeRoot,
  echo,
  echoExtinction,
  flooding,
  bully,
  floodmax,
  franklin,
  hirschbergSinclair,
  hyperElect,
  itaiRodeh,
  itaiRodehIdentities,
  itaiRodehRounds,
  lcr,
  lelann,
  maekawa,
  gossipBroadcast,
  optFloodmax,
  petersonAlternating,
  petersonDkr,
  spanningTreeFlood,
  tarry,
  timeSlice,
  treeBroadcast,
  treeElection,
  treeTraversal,
  variableSpeeds,
  yoYo,
}

/** All of these, part after part. */
const listed = <T>(...parts: readonly Readonly<Record<string, T>>[]): readonly T[] =>
  parts.flatMap((part) => Object.values(part))

// Marked as pure, so that pages take the algorithms that they show and not the whole catalogue.

/** The catalogue: every algorithm that comes with the package. */
export const algorithms: readonly AnyAlgorithm[] = /* @__PURE__ */ listed<AnyAlgorithm>(
  {
    treeBroadcast,
    convergecast,
    flooding,
    echo,
    spanningTreeFlood,
    dfsTreeRoot,
    dfsTreeNoRoot,
    bfsSync,
    bfsRelax,
    bfsLayeredAsync,
    tarry,
    classicDfs,
    awerbuchDfs,
    cidonDfs,
    treeTraversal,
  },
  consensus,
  waves,
  {
    lcr,
    lelann,
    hirschbergSinclair,
    franklin,
    petersonDkr,
    petersonAlternating,
    timeSlice,
    variableSpeeds,
    anonymousSyncRandom,
    itaiRodeh,
    itaiRodehRounds,
    completeAsyncCapture,
    completeSyncDoubling,
    hyperElect,
    treeElection,
    bully,
    floodmax,
    optFloodmax,
    echoExtinction,
    yoYo,
  },
  symmetryBreaking,
  gossip,
  graphs,
  mutualExclusion,
  { cmhDeadlock, moneyTransfers },
  clocks,
  broadcastServices,
  registers,
)

/** Those of the catalogue that have parameters: `floodset:f=2` asks for a member of the family floodset. */
export const algorithmFamilies: readonly AlgorithmFamily[] = /* @__PURE__ */ listed<AlgorithmFamily>(
  consensusFamilies,
  {
    itaiRodehIdentities,
    maekawa,
    gossipBroadcast,
    diffusing,
  },
  selfStabilisation,
  sessions,
)
