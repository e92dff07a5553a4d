import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const spanningTrees: ExperimentDefinition = {
  name: 'spanning-trees',
  title: 'Three ways to a spanning tree',
  question:
    'What does a spanning tree cost when it grows everywhere at once, depth first, or from many roots?',
  algorithms: ['spanning-tree-flood', 'dfs-tree-root', 'dfs-tree-no-root'],
  topologies: ['ring', 'torus', 'complete', 'gnp:degree=8'],
  sizes: doubling(16, 512),
  replicates: 20,
  seed: 2004,
}
