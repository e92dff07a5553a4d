import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const priceOfSynchronyByDensity: ExperimentDefinition = {
  name: 'price-of-synchrony-by-density',
  title: 'The price of synchrony by density',
  question:
    'Which synchronizer is cheapest in messages, and which in time, by size and density of the network?',
  algorithms: ['bfs-sync', 'luby-mis'],
  over: ['simple', 'alpha', 'beta', 'gamma:K=2', 'gamma:K=4'],
  topologies: ['gnp:degree=3', 'gnp:degree=4', 'gnp:degree=6', 'gnp:degree=8', 'gnp:degree=12'],
  sizes: doubling(16, 256),
  replicates: 5,
  seed: 2004,
  charts: ['cheapest:x=n,y=gnp:degree', 'cheapest:x=n,y=gnp:degree,measure=time'],
}
