import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-over-bound',
  question: 'Do both elections send of the order of n log n messages?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: doubling(8, 1024),
  inputs: ['random', 'ids=worst'],
  replicates: 20,
  seed: 2004,
  charts: ['over-bound:formula=n log2(n)'],
})
