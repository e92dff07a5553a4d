import type { ExperimentDefinition } from '../definition/experiment.ts'

export const worstCasesMutualExclusion: ExperimentDefinition = {
  name: 'worst-cases-mutual-exclusion',
  title: 'Worst cases of mutual exclusion',
  question:
    'How long can a processor wait, how often is it overtaken, and what does an entry cost, if an adversary also chooses when processors ask?',
  measure: 'response',
  algorithms: [
    'central-mutex',
    'lamport-mutex',
    'ricart-agrawala',
    'carvalho-roucairol',
    'maekawa',
    'suzuki-kasami',
    'raymond',
  ],
  topologies: ['complete'],
  // Squares, for Maekawa's quorums.
  sizes: [4, 9, 16],
  workloads: ['closed:operations=2'],
  worstCases: { searched: { sizes: [4, 9, 16], runs: 500 } },
  replicates: 10,
  seed: 1987,
  charts: [
    'worst-case:measure=messages_per_operation',
    'worst-case:measure=response',
    'worst-case:measure=sync_delay',
    'worst-case:measure=bypass',
    'tightness',
  ],
}
