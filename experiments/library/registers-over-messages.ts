import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const registersOverMessages: ExperimentDefinition = {
  name: 'registers-over-messages',
  title: 'Registers over messages',
  question:
    'What does a shared register cost that is kept by messages, and what is gained where reads or writes are local?',
  algorithms: [
    'abd-register',
    'abd-register-one-writer',
    'dsm-linearizable',
    'dsm-sc-local-read',
    'dsm-sc-local-write',
  ],
  topologies: ['complete'],
  sizes: doubling(4, 32),
  workloads: ['closed:mix=read:9+write:1', 'closed:mix=read:1+write:1', 'closed:mix=read:1+write:9'],
  replicates: 10,
  seed: 2004,
  charts: [
    'against:measure=messages_per_operation,panel=workload',
    'against:measure=response:read,panel=workload,yscale=linear',
    'against:measure=response:write,panel=workload,yscale=linear',
  ],
}
