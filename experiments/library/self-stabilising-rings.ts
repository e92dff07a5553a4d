import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const selfStabilisingRings: ExperimentDefinition = {
  name: 'self-stabilising-rings',
  title: 'Self-stabilising token rings',
  question:
    'How many steps does a token ring take from an arbitrary configuration to one with one token, by chance and at most?',
  measure: 'column:stabilisation_steps',
  algorithms: ['dijkstra-k-state', 'dijkstra-three-state'],
  topologies: ['shared-memory'],
  sizes: [3, 4, 5, 6, ...doubling(8, 64)],
  delays: ['central', 'distributed', 'synchronous'],
  worstCases: { exact: { sizes: [3, 4, 5, 6] } },
  replicates: 20,
  seed: 1974,
  charts: [
    'worst-case:measure=column:stabilisation_steps',
    'against:measure=column:stabilisation_steps,panel=algorithm',
    'tightness',
  ],
}
