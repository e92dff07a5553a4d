import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const ringElection: ExperimentDefinition = {
  name: 'ring-election',
  title: 'Leader election on a ring',
  question: 'From which size on, and for which orders of identifiers, does Hirschberg–Sinclair beat LCR?',
  algorithms: ['lcr', 'hirschberg-sinclair'],
  topologies: ['ring'],
  sizes: doubling(8, 2048),
  inputs: ['ids=best', 'random', 'ids=worst'],
  replicates: 20,
  seed: 2004,
}
