import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-heat-map',
  question: 'How does the time of flooding depend on size and density together?',
  algorithms: ['flooding'],
  topologies: ['gnp:degree=3', 'gnp:degree=4', 'gnp:degree=6', 'gnp:degree=8', 'gnp:degree=12'],
  sizes: doubling(16, 1024),
  replicates: 10,
  seed: 2004,
  charts: ['heat-map:x=n,y=gnp:degree,measure=time'],
})
