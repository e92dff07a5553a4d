import { defineExperiment, doubling } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-cheapest',
  question: 'Which synchronizer sends the fewest messages, by size and density of the network?',
  algorithms: ['luby-mis', 'bfs-sync'],
  over: ['simple', 'alpha', 'beta', 'gamma'],
  topologies: ['gnp:degree=3', 'gnp:degree=4', 'gnp:degree=6', 'gnp:degree=8'],
  sizes: doubling(16, 128),
  replicates: 10,
  seed: 2004,
  charts: ['cheapest:x=n,y=gnp:degree'],
})
