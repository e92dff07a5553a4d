import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-distribution',
  question: 'How far from its median can the election of a leader come out?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: doubling(64, 256),
  replicates: 200,
  seed: 2004,
  charts: ['distribution:n=256'],
})
