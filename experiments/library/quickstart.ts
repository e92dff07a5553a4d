import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const quickstart: ExperimentDefinition = {
  name: 'quickstart',
  title: 'Three basic algorithms on four networks',
  question: 'What do broadcast and spanning trees cost, and do they keep to their theorems everywhere?',
  algorithms: ['flooding', 'spanning-tree-flood', 'dfs-tree-root'],
  topologies: ['ring', 'torus', 'hypercube', 'gnp:degree=8'],
  sizes: doubling(16, 16_384),
  replicates: 10,
  seed: 2004,
}
