import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-bill',
  question: 'What do synchronizers cost beside the messages that they carry?',
  algorithms: ['luby-mis'],
  over: ['simple', 'alpha', 'beta', 'gamma', 'gamma:K=4'],
  topologies: ['ring', 'torus', 'complete', 'gnp:degree=8'],
  sizes: [64],
  replicates: 10,
  seed: 2004,
  charts: ['bill:per=carried'],
})
