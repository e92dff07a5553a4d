import type { ExperimentDefinition } from '../definition/experiment.ts'

export const partialSynchrony: ExperimentDefinition = {
  name: 'partial-synchrony',
  title: 'Partial synchrony',
  question: 'How long after delays are bounded does it take to agree, by when that is?',
  algorithms: ['paxos', 'chandra-toueg', 'raft:entries=1', 'pbft'],
  topologies: ['complete'],
  sizes: [7],
  f: 2,
  delays: ['gst:at=0..100+20,before=pareto:shape=0.25'],
  replicates: 40,
  seed: 2004,
  measure: 'time-after-gst:decided',
  charts: [
    'against:x=delay_at,measure=time-after-gst:decided,series=algorithm,xscale=linear,yscale=linear',
    'against:x=delay_at,measure=messages,series=algorithm,xscale=linear',
  ],
}
