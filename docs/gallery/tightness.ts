import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-tightness',
  question: 'Which bounds are attained?',
  algorithms: ['lcr', 'hirschberg-sinclair', 'dfs-tree-no-root', 'echo'],
  topologies: ['ring'],
  sizes: [3, 4, ...doubling(8, 32)],
  worstCases: { exact: { sizes: [3, 4] }, searched: { sizes: doubling(8, 32), runs: 200 } },
  replicates: 20,
  seed: 2004,
  charts: ['tightness'],
})
