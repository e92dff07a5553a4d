import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-against',
  question: 'Which election sends fewer messages on a ring with random identifiers?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: doubling(8, 1024),
  replicates: 20,
  seed: 2004,
  charts: ['against'],
})
