import type { ExperimentDefinition } from '../definition/experiment.ts'

export const byzantineMessages: ExperimentDefinition = {
  name: 'byzantine-messages',
  title: 'The price of lies',
  question: 'What does it cost to reckon with as many liars as there can be, in messages and in bits?',
  algorithms: [
    'hotstuff',
    'pbft',
    'bracha-rb',
    'dolev-strong',
    'phase-king-optimal',
    'eig-byzantine',
    'oral-messages',
  ],
  timings: ['synchronous'],
  topologies: ['complete'],
  sizes: [4, 7, 10],
  f: 'floor((n - 1)/3)',
  inputs: ['values=bits'],
  replicates: 5,
  seed: 2004,
  charts: ['against:measure=messages', 'against:measure=bits', 'against:measure=time,yscale=linear'],
}
