import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const electionsOnRings: ExperimentDefinition = {
  name: 'elections-on-rings',
  title: 'Eight elections on a ring',
  question:
    'What do eight elections on a ring cost at worst, on average and at best, in messages and in rounds?',
  algorithms: [
    'lelann',
    'lcr',
    'hirschberg-sinclair',
    'franklin',
    'peterson-dkr',
    'peterson-alternating',
    'variable-speeds',
    'time-slice',
  ],
  // The last two need rounds; the messages of the others are the same with any delays.
  timings: ['synchronous'],
  topologies: ['ring'],
  sizes: doubling(8, 256),
  inputs: ['ids=worst', 'random', 'ids=best'],
  replicates: 10,
  seed: 2004,
  charts: [
    'comparison-of-messages',
    'comparison-of-time',
    'messages-against-n',
    'messages-over-bound',
    'time-against-n',
  ],
}
