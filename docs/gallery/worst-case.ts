import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-worst-case',
  question: 'How near to their bounds do the worst executions come?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: [3, 4, 5, ...doubling(8, 32)],
  worstCases: { exact: { sizes: [3, 4, 5] }, searched: { sizes: doubling(8, 32), runs: 200 } },
  replicates: 20,
  seed: 2004,
  charts: ['worst-case'],
})
