import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const ringLowerBound: ExperimentDefinition = {
  name: 'ring-lower-bound',
  title: 'The lower bound for election on a ring',
  question:
    'Is any election on asynchronous rings spared n log2(n)/4 + 1/2 messages by an adversary who knows it?',
  algorithms: ['lcr', 'hirschberg-sinclair', 'dfs-tree-no-root'],
  topologies: ['ring'],
  sizes: doubling(4, 512),
  replicates: 10,
  seed: 2004,
  worstCases: { forced: { sizes: doubling(4, 512) }, replicates: 3 },
}
