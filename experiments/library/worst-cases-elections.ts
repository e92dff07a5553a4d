import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling, stepping } from '../definition/sizes.ts'

export const worstCasesElections: ExperimentDefinition = {
  name: 'worst-cases-elections',
  title: 'Worst cases of elections on a ring',
  question:
    'Which bounds of elections on a ring are attained, if an adversary chooses identifiers, wake-ups and schedule?',
  algorithms: ['lelann', 'lcr', 'hirschberg-sinclair', 'franklin', 'peterson-dkr', 'peterson-alternating'],
  topologies: ['ring'],
  sizes: [...stepping(3, 5, 1), ...doubling(8, 32)],
  worstCases: {
    exact: { sizes: stepping(3, 5, 1) },
    searched: { sizes: doubling(8, 32) },
  },
  replicates: 10,
  seed: 2004,
  charts: ['worst-case-messages', 'worst-case-time', 'tightness'],
}
