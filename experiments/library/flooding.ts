import type { ExperimentDefinition } from '../definition/experiment.ts'
import { multiplying } from '../definition/sizes.ts'

export const flooding: ExperimentDefinition = {
  name: 'flooding',
  title: 'Flooding',
  question: 'Is the message count exactly 2m − (n − 1), whatever the network and the delays?',
  algorithms: ['flooding'],
  timings: ['asynchronous', 'synchronous'],
  topologies: [
    'path',
    'ring',
    'star',
    'balanced-tree',
    'torus',
    'hypercube',
    'gnp:degree=8',
    'barabasi-albert',
  ],
  sizes: multiplying(16, 16_384, 4),
  delays: ['uniform', 'exponential'],
  replicates: 10,
  seed: 2004,
}
