import type { ExperimentDefinition } from '../definition/experiment.ts'

export const snapshots: ExperimentDefinition = {
  name: 'snapshots',
  title: 'Snapshots',
  question: 'How many reads does a scan take while others update, and what is gained by borrowing theirs?',
  algorithms: ['atomic-snapshot', 'double-collect'],
  topologies: ['shared-memory'],
  sizes: [2, 3, 4, 6, 8, 12, 16],
  delays: ['random', 'sticky'],
  workloads: ['closed:operations=20,mix=update:9+scan:1'],
  replicates: 10,
  seed: 1993,
  measure: 'column:scan_reads',
  charts: [
    'against:measure=column:scan_reads,panel=delay',
    'over-bound:measure=column:scan_reads,panel=delay',
  ],
}
