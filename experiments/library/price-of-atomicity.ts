import type { ExperimentDefinition } from '../definition/experiment.ts'

export const priceOfAtomicity: ExperimentDefinition = {
  name: 'price-of-atomicity',
  title: 'The price of atomicity',
  question: 'What does a passage through a lock for shared memory cost where the memory is made of messages?',
  algorithms: ['bakery', 'lamport-fast', 'tournament', 'yang-anderson'],
  over: ['abd'],
  topologies: ['complete'],
  sizes: [2, 4, 8, 16],
  workloads: ['once:k=1', 'once'],
  replicates: 5,
  seed: 2004,
  charts: ['against:measure=messages_per_operation,panel=workload'],
}
