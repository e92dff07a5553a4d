import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const gossip: ExperimentDefinition = {
  name: 'gossip',
  title: 'Spreading a rumour by random calls',
  question:
    'How long does a rumour take to reach everyone by push, by pull and by both, and on which networks?',
  algorithms: ['gossip-push', 'gossip-pull', 'gossip-push-pull'],
  timings: ['synchronous'],
  topologies: ['complete', 'hypercube', 'random-regular:degree=4', 'star'],
  sizes: doubling(16, 256),
  replicates: 100,
  seed: 2004,
}
