import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const worstCasesComplete: ExperimentDefinition = {
  name: 'worst-cases-complete',
  title: 'Worst cases on a complete network',
  question: 'Which bounds are attained where every processor is next to every other?',
  algorithms: [
    'flooding',
    'spanning-tree-flood',
    'dfs-tree-root',
    'dfs-tree-no-root',
    'echo',
    'bfs-relax',
    'complete-async-capture',
  ],
  topologies: ['complete'],
  sizes: [3, ...doubling(4, 32)],
  // There are too many ways to number the channels for all of them to be tried.
  inputs: ['ports=sorted'],
  worstCases: {
    exact: { sizes: [3, 4] },
    searched: { sizes: doubling(4, 32) },
  },
  replicates: 10,
  seed: 2004,
  charts: ['worst-case-messages', 'worst-case-time', 'tightness'],
}
