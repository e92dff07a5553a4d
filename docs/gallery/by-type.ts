import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-by-type',
  question: 'Which messages does a spanning tree cost?',
  algorithms: ['spanning-tree-flood', 'dfs-tree-root', 'dfs-tree-no-root'],
  topologies: ['ring', 'torus', 'complete', 'gnp:degree=8'],
  sizes: [64],
  replicates: 10,
  seed: 2004,
  charts: ['by-type'],
})
