import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const spanningTreesByWeight: ExperimentDefinition = {
  name: 'spanning-trees-by-weight',
  title: 'Minimum spanning trees',
  question:
    'What does a minimum spanning tree cost, where fragments wait for each other and where all go in step?',
  algorithms: ['ghs-mst', 'boruvka'],
  timings: ['synchronous'],
  topologies: ['gnp:degree=8', 'grid', 'complete'],
  sizes: doubling(16, 256),
  weights: ['distinct'],
  replicates: 10,
  seed: 1983,
}
