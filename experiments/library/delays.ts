import type { ExperimentDefinition } from '../definition/experiment.ts'
import { multiplying } from '../definition/sizes.ts'

export const delays: ExperimentDefinition = {
  name: 'delays',
  title: 'The same algorithms under all delays',
  question: 'Which costs depend on how long messages take, and which do not?',
  algorithms: ['flooding', 'spanning-tree-flood'],
  topologies: ['torus', 'gnp:degree=8'],
  sizes: multiplying(64, 4096, 4),
  delays: [
    'constant',
    'uniform',
    'uniform:min=0.5',
    'exponential',
    'pareto',
    'log-normal',
    'bimodal',
    'slow-links',
    'slow-processors',
    'per-link',
  ],
  replicates: 10,
  seed: 2004,
  // The messages do not depend on the delays, so one chart of them for each distribution would say nothing new.
  charts: ['time-by-delay', 'time-against-n'],
}
