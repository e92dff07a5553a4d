import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-comparison',
  question: 'What does it cost to build a spanning tree depth first, or from many roots?',
  algorithms: ['spanning-tree-flood', 'dfs-tree-root', 'dfs-tree-no-root'],
  topologies: ['ring', 'torus', 'complete', 'gnp:degree=8'],
  sizes: [64],
  replicates: 30,
  seed: 2004,
  charts: ['comparison'],
})
