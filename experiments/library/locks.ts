import type { ExperimentDefinition } from '../definition/experiment.ts'
import { doubling } from '../definition/sizes.ts'

export const locks: ExperimentDefinition = {
  name: 'locks',
  title: 'Locks on shared memory',
  question:
    'How many remote memory references does it take to enter a critical section once, where caches are coherent and where memory is distributed?',
  measure: 'column:remote_references_cc',
  algorithms: [
    'tas-lock',
    'ttas-lock',
    'ticket-lock',
    'clh-lock',
    'mcs-lock',
    'handover-lock',
    'bakery',
    'dijkstra-mutex',
    'lamport-fast',
    'tournament',
    'aw-tournament',
    'yang-anderson',
  ],
  topologies: ['shared-memory'],
  sizes: doubling(2, 64),
  delays: ['random', 'sticky', 'overtake'],
  worstCases: { searched: { sizes: doubling(2, 8), runs: 100 } },
  replicates: 5,
  seed: 1991,
  charts: [
    // No lock with reads and writes alone does with fewer than the order of log n.
    ...['random', 'overtake'].map(
      (delay) =>
        `against:measure=column:remote_references_cc,beside=column:remote_references_dsm,formula=log2(n),where=delay=${delay}`,
    ),
    'worst-case:measure=column:remote_references_cc',
    'worst-case:measure=column:remote_references_dsm',
    'tightness',
  ],
}
