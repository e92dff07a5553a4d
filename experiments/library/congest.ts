import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const congest: ExperimentDefinition = {
  name: 'congest',
  title: 'Bits per channel and round',
  question: 'How many bits does a channel have to carry in one round: O(log n), as CONGEST allows, or more?',
  algorithms: ['boruvka', 'ghs-mst', 'bellman-ford-rounds', 'all-pairs-distances', 'all-pairs-in-turn'],
  timings: ['synchronous'],
  topologies: ['gnp:degree=8', 'grid'],
  sizes: doubling(16, 256),
  weights: ['distinct'],
  replicates: 5,
  seed: 2000,
  measure: 'bits:load',
  charts: ['channel-load', 'messages-against-n', 'time-against-n'],
}
