import type { ExperimentDefinition } from '../definition/experiment.ts'

export const randomisedConsensus: ExperimentDefinition = {
  name: 'randomised-consensus',
  title: 'Randomised consensus',
  question: 'How many phases does Ben-Or’s consensus take under random, lock-step and worst schedulers?',
  algorithms: ['ben-or'],
  topologies: ['complete'],
  sizes: [4, 6, 8],
  f: 'ceil(n/2) - 1',
  delays: ['uniform', 'exponential', 'constant', 'worst'],
  inputs: ['values=bits'],
  replicates: 100,
  seed: 2004,
  measure: 'column:phases',
  charts: [
    'distribution:measure=column:phases,n=8,series=delay',
    'against:measure=column:phases,series=delay',
    'against:measure=messages,series=delay',
  ],
}
