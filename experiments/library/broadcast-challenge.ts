import type { ExperimentDefinition } from '../definition/experiment.ts'

export const broadcastChallenge: ExperimentDefinition = {
  name: 'broadcast-challenge',
  title: 'Broadcasts among 25',
  question:
    'On which network do 25 processors tell each other everything with few messages for each broadcast, and soon?',
  algorithms: ['flooding-broadcast', 'batching-broadcast'],
  topologies: ['star', 'balanced-tree:arity=5', 'balanced-tree:arity=2', 'path', 'grid', 'complete'],
  sizes: [25],
  delays: ['constant'],
  workloads: ['open:rate=0.02,operations=20', 'open:rate=0.2,operations=20', 'open:rate=2,operations=20'],
  replicates: 10,
  seed: 2004,
  charts: ['trade-off:measure=messages_per_operation,for=delivery,series=topology,panel=algorithm'],
}
