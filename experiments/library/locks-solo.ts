import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const locksSolo: ExperimentDefinition = {
  name: 'locks-solo',
  title: 'Locks without contention',
  question: 'How many accesses does a passage take if nobody else wants to enter?',
  measure: 'column:solo_steps',
  algorithms: [
    'mcs-lock',
    'lamport-fast',
    'tournament',
    'yang-anderson',
    'aw-tournament',
    'one-bit',
    'bakery',
    'filter-lock',
  ],
  topologies: ['shared-memory'],
  sizes: doubling(2, 64),
  // One after the other makes all its passages. Nothing is drawn, so that one run says all.
  delays: ['solo'],
  replicates: 1,
  seed: 1987,
  charts: [
    'against:measure=column:solo_steps',
    'against:measure=column:solo_reads',
    'against:measure=column:solo_writes',
  ],
}
