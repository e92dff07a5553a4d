import type { AnyAlgorithm } from '../engine/index.ts'
import { convergecast } from './broadcast/convergecast.ts'
import { flooding } from './broadcast/flooding.ts'
import { treeBroadcast } from './broadcast/tree-broadcast.ts'
import { completeAsyncCapture } from './leader-election/complete-async-capture.ts'
import { hirschbergSinclair } from './leader-election/hirschberg-sinclair.ts'
import { lcr } from './leader-election/lcr.ts'
import { bfsSync } from './spanning-tree/bfs-sync.ts'
import { dfsTreeNoRoot } from './spanning-tree/dfs-tree-no-root.ts'
import { dfsTreeRoot } from './spanning-tree/dfs-tree-root.ts'
import { spanningTreeFlood } from './spanning-tree/spanning-tree-flood.ts'

export {
  bfsSync,
  completeAsyncCapture,
  convergecast,
  dfsTreeNoRoot,
  dfsTreeRoot,
  flooding,
  hirschbergSinclair,
  lcr,
  spanningTreeFlood,
  treeBroadcast,
}

/** The catalogue: every algorithm that comes with the package. */
export const algorithms: readonly AnyAlgorithm[] = [
  treeBroadcast,
  convergecast,
  flooding,
  spanningTreeFlood,
  dfsTreeRoot,
  dfsTreeNoRoot,
  bfsSync,
  lcr,
  hirschbergSinclair,
  completeAsyncCapture,
]
