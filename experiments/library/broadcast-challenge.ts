import type { ExperimentDefinition } from '../definition/experiment.ts'

export const broadcastChallenge: ExperimentDefinition = {
  name: 'broadcast-challenge',
  title: 'Broadcasts among 25',
  question:
    'On which network do 25 processors tell each other everything with few messages for each broadcast, and soon?',
  algorithms: [
    'flooding-broadcast',
    'batching-broadcast',
    'gossip-broadcast:period=0.5,fanout=24',
    'gossip-broadcast:period=2,fanout=24',
    'gossip-broadcast:period=0.25,fanout=1',
  ],
  topologies: ['star', 'balanced-tree:arity=5', 'balanced-tree:arity=2', 'path', 'grid', 'complete'],
  sizes: [25],
  delays: ['constant'],
  workloads: ['open:rate=0.02,operations=20', 'open:rate=0.2,operations=20', 'open:rate=2,operations=20'],
  replicates: 10,
  seed: 2004,
  // Its limits are fewer than 30 messages for an operation, of which every second is a read that sends none, and 0.4 s in the
  // median and 0.6 s at most, where a message takes 0.1 s; then fewer than 20, 1 s and 2 s. Without batches, 24 others have to be
  // sent it, and on a tree some are two channels away.
  charts: [
    'trade-off:measure=messages_per_operation,for=delivery,series=topology,panel=algorithm,limits=60@6+40@20,proved=one by one on a tree/24@2,where=workload_rate=0.2',
    'trade-off:measure=messages_per_operation,for=column:delivery_mean,series=topology,panel=algorithm,limits=60@4+40@10,where=workload_rate=0.2',
  ],
}
