import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-ratio',
  question: 'From which size on does Hirschberg–Sinclair beat Le Lann–Chang–Roberts?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: doubling(8, 512),
  inputs: ['random', 'ids=worst'],
  replicates: 20,
  seed: 2004,
  charts: ['ratio'],
})
