import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const traversals: ExperimentDefinition = {
  name: 'traversals',
  title: 'Traversals: messages against time',
  question: 'What does a depth-first search pay in messages for taking O(n) time instead of O(m)?',
  algorithms: ['dfs-tree-root', 'tarry', 'classic-dfs', 'awerbuch-dfs', 'cidon-dfs', 'bfs-layered-async'],
  topologies: ['torus', 'gnp:degree=8', 'complete'],
  sizes: doubling(16, 256),
  replicates: 10,
  seed: 2004,
}
