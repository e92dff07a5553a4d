import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-throughput-response',
  question: 'How many critical sections can 16 processors share, and how long do they wait for them?',
  algorithms: ['central-mutex', 'ricart-agrawala', 'maekawa', 'suzuki-kasami'],
  topologies: ['complete'],
  sizes: [16],
  workloads: [256, 64, 32, 16, 8, 2].map((mean) => `closed:mean=${mean}` as const),
  replicates: 10,
  seed: 1985,
  charts: ['throughput-response'],
})
