import type { ExperimentDefinition } from '../definition/experiment.ts'

export const earlyDeciding: ExperimentDefinition = {
  name: 'early-deciding',
  title: 'Deciding early',
  question: 'How many rounds does it take to agree if 6 of 9 processors may crash, but fewer do?',
  algorithms: ['early-stopping', 'floodset'],
  timings: ['synchronous'],
  topologies: ['complete'],
  sizes: [9],
  f: 6,
  faults: ['crash:f=0..6+1,pattern=chain'],
  replicates: 20,
  seed: 2004,
  measure: 'time:decided',
  charts: [
    'against:x=faults_f,measure=time:decided,beside=time-first:decided,yscale=linear',
    'against:x=faults_f,measure=messages,yscale=linear',
  ],
}
