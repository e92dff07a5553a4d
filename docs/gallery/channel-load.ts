import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-channel-load',
  question: 'How many bits does a channel have to carry in one round?',
  algorithms: ['boruvka', 'bellman-ford-rounds', 'all-pairs-distances'],
  timings: ['synchronous'],
  topologies: ['gnp:degree=8', 'grid'],
  sizes: doubling(16, 128),
  weights: ['distinct'],
  replicates: 3,
  seed: 2000,
  charts: ['channel-load'],
})
