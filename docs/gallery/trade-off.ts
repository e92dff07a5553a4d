import { defineExperiment } from 'admissible/experiments'

export default defineExperiment({
  name: 'gallery-trade-off',
  question: 'Which way of broadcasting among 25 is worth its messages?',
  algorithms: ['flooding-broadcast', 'batching-broadcast'],
  topologies: ['star', 'balanced-tree:arity=5', 'path', 'grid', 'complete'],
  sizes: [25],
  delays: ['constant'],
  workloads: ['open:rate=0.2'],
  replicates: 10,
  seed: 2004,
  charts: ['trade-off:measure=messages_per_operation,for=delivery,series=topology,panel=algorithm'],
})
