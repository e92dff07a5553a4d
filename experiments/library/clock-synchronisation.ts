import type { ExperimentDefinition } from '../definition/experiment.ts'
import { stepping } from '../definition/sizes.ts'

export const clockSynchronisation: ExperimentDefinition = {
  name: 'clock-synchronisation',
  title: 'Clock synchronisation',
  question:
    'How far apart are clocks that are set to the average of all, by chance and at worst, where delays are uncertain by u?',
  algorithms: ['clock-sync-averaging'],
  topologies: ['complete'],
  sizes: stepping(2, 16, 2),
  delays: [
    'uniform:min=0.8',
    'worst:min=0.8',
    'uniform:min=0.5',
    'worst:min=0.5',
    'uniform:min=0.2',
    'worst:min=0.2',
  ],
  clocks: ['offset'],
  replicates: 20,
  seed: 2004,
  measure: 'column:skew',
  charts: ['against:measure=column:skew,panel=delay_min,series=delay,yscale=linear'],
}
