import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const broadcastOrders: ExperimentDefinition = {
  name: 'broadcast-orders',
  title: 'Orders of broadcasts',
  question: 'What does each order in which broadcasts are delivered cost, in messages and in time?',
  algorithms: [
    'reliable-broadcast-eager',
    'fifo-broadcast',
    'causal-broadcast',
    'total-order-sequencer',
    'total-order-symmetric',
    'total-order-acknowledged',
    'skeen',
  ],
  topologies: ['complete'],
  sizes: doubling(4, 32),
  workloads: ['open:rate=0.02', 'open:rate=1'],
  replicates: 10,
  seed: 2004,
  charts: [
    'against:measure=messages_per_operation,panel=workload',
    'against:measure=delivery,panel=workload,xscale=log,yscale=linear',
  ],
}
