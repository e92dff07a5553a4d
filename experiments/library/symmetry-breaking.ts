import type { ExperimentDefinition } from '../definition/experiment.ts'
import { multiplying } from '../definition/sizes.ts'

export const symmetryBreaking: ExperimentDefinition = {
  name: 'symmetry-breaking',
  title: 'Breaking symmetry on a ring',
  question:
    'How many rounds does it take to break symmetry with coins, with the bits of identifiers, and by comparing them?',
  algorithms: [
    'luby-mis',
    'greedy-mis',
    'maximal-matching',
    'cole-vishkin',
    'random-colouring',
    'greedy-colouring',
  ],
  timings: ['synchronous'],
  topologies: ['ring'],
  sizes: multiplying(16, 16_384, 4),
  // By random identifiers the greedy algorithms are as fast as coins; in ascending order they go round the whole ring.
  inputs: ['random', 'ids=ascending'],
  replicates: 10,
  seed: 2004,
}
