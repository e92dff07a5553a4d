import type { ExperimentDefinition } from '../definition/experiment.ts'

export const priceOfOrder: ExperimentDefinition = {
  name: 'price-of-order',
  title: 'The price of order',
  question:
    'What does it cost to put reliable broadcasts in the order of their senders, in causal order, and in one order for all?',
  algorithms: ['flooding-broadcast'],
  over: [
    'none',
    'fifo-order',
    'fifo-order+causal-order',
    'fifo-order+sequencer-order',
    'fifo-order+timestamp-order',
  ],
  topologies: ['complete', 'random-tree'],
  sizes: [4, 8, 16],
  workloads: ['open:rate=0.02', 'open:rate=1'],
  replicates: 10,
  seed: 2004,
  charts: [
    'bill:n=16,per=carried',
    'against:measure=messages_per_operation,panel=workload',
    'against:measure=delivery,panel=workload,yscale=linear',
  ],
}
