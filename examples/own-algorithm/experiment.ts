import { defineExperiment, doubling } from 'admissible/experiments'
import { floodMax } from './flood-max.ts'

export default defineExperiment({
  name: 'flood-max',
  question:
    'How far below 2m n are the messages of FloodMax, and do they grow with the shape of the network?',
  algorithms: [floodMax],
  topologies: ['ring', 'gnp:degree=8'],
  sizes: doubling(16, 64),
  delays: ['uniform', 'constant'],
  replicates: 5,
  seed: 2004,
})
