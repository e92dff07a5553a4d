import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-by-delay',
  question: 'How much of its time does flooding owe to the distribution of delays?',
  algorithms: ['flooding'],
  topologies: ['torus', 'gnp:degree=8'],
  sizes: [256],
  delays: [
    'constant',
    'uniform',
    'uniform:min=0.5',
    'exponential',
    'pareto',
    'bimodal',
    'slow-links',
    'per-link',
  ],
  replicates: 30,
  seed: 2004,
  charts: ['by-delay'],
})
