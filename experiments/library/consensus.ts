import type { ExperimentDefinition } from '../definition/experiment.ts'

export const consensus: ExperimentDefinition = {
  name: 'consensus',
  title: 'Consensus',
  question: 'What does it cost to agree if f of 13 processors may crash, in messages and in rounds?',
  algorithms: [
    'floodset',
    'floodset-delta',
    'early-stopping',
    'phase-king',
    'phase-king-optimal',
    'eig-byzantine',
  ],
  timings: ['synchronous'],
  topologies: ['complete'],
  sizes: [13],
  faults: ['crash:f=0..3+1,pattern=chain'],
  replicates: 20,
  seed: 2004,
  charts: ['against:x=faults_f,measure=time:decided', 'against:x=faults_f,measure=messages'],
}
