import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-against-distance',
  question: 'Is the time of flooding a matter of the eccentricity alone?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  topologies: ['ring', 'torus', 'hypercube', 'gnp:degree=8'],
  sizes: doubling(16, 1024),
  replicates: 5,
  seed: 2004,
  charts: ['against-distance'],
})
