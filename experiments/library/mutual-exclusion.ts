import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const mutualExclusion: ExperimentDefinition = {
  name: 'mutual-exclusion',
  title: 'Mutual exclusion by messages',
  question:
    'What does it take to enter a critical section, in messages and in time, from an idle system to a saturated one?',
  algorithms: [
    'central-mutex',
    'lamport-mutex',
    'ricart-agrawala',
    'carvalho-roucairol',
    'maekawa',
    'suzuki-kasami',
    'raymond',
    'token-ring-mutex',
  ],
  // Channel 0 leads round a circle of all, for the token; to all others, the numbers of channels mean nothing.
  topologies: ['complete:oriented=yes'],
  sizes: doubling(4, 64),
  workloads: ['closed:mean=256', 'closed:mean=32', 'closed:mean=4', 'closed:mean=0.5'],
  replicates: 10,
  seed: 1978,
  charts: [
    'against:measure=column:messages_per_operation,panel=workload',
    'against:measure=column:response_mean,panel=workload',
    'against:measure=column:messages_per_operation,x=workload_mean,xscale=log,where=n=16',
    'against:measure=column:response_mean,x=workload_mean,xscale=log,where=n=16',
    'throughput-response:where=n=16',
    'throughput-response:measure=response,where=n=16',
  ],
}
