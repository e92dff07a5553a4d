import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling, stepping } from '../definition/sizes.ts'

export const worstCases: ExperimentDefinition = {
  name: 'worst-cases',
  title: 'Worst cases on a ring',
  question: 'How close does the worst execution come to each bound, and how far from it is a random one?',
  algorithms: [
    'lcr',
    'hirschberg-sinclair',
    'dfs-tree-no-root',
    'dfs-tree-root',
    'flooding',
    'spanning-tree-flood',
    'echo',
    'bfs-relax',
  ],
  topologies: ['ring'],
  sizes: [...stepping(3, 6, 1), ...doubling(8, 64)],
  worstCases: {
    exact: { sizes: stepping(3, 6, 1) },
    searched: { sizes: doubling(8, 64) },
  },
  replicates: 10,
  seed: 2004,
  charts: ['worst-case-messages', 'worst-case-time', 'tightness'],
}
