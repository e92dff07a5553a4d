import type { ExperimentDefinition } from '../definition/experiment.ts'

export const priceOfSynchrony: ExperimentDefinition = {
  name: 'price-of-synchrony',
  title: 'The price of synchrony',
  question:
    'What does it cost to run synchronous algorithms on asynchronous networks, and which synchronizer is cheapest where?',
  algorithms: ['floodmax', 'bfs-sync', 'luby-mis', 'random-colouring'],
  over: ['simple', 'alpha', 'beta', 'gamma:K=2', 'gamma:K=4', 'gamma:K=8'],
  topologies: ['ring', 'torus', 'gnp:degree=8', 'random-tree', 'hypercube', 'complete'],
  sizes: [16, 64],
  replicates: 5,
  seed: 2004,
  charts: ['bill:n=64,per=carried'],
}
