import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const electionsAnywhere: ExperimentDefinition = {
  name: 'elections-anywhere',
  title: 'Leader election on any network',
  question:
    'What does an election cost on a network of which nobody knows the shape, and what is gained by knowing D?',
  algorithms: ['floodmax', 'opt-floodmax', 'echo-extinction', 'yo-yo', 'dfs-tree-no-root'],
  timings: ['synchronous'],
  topologies: ['torus', 'hypercube', 'gnp:degree=8', 'complete'],
  sizes: doubling(16, 256),
  replicates: 20,
  seed: 2004,
}
