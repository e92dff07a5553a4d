import type { ExperimentDefinition } from '../definition/experiment.ts'

export const registers: ExperimentDefinition = {
  name: 'registers',
  title: 'Registers from registers',
  question: 'What does a register of several readers or writers cost that is made of registers with fewer?',
  algorithms: ['register-swmr', 'register-swmr-regular', 'register-mwmr'],
  topologies: ['shared-memory'],
  sizes: [2, 4, 6, 8, 12, 16],
  replicates: 10,
  seed: 1986,
  measure: 'column:read_steps',
  charts: [
    'against:measure=column:read_steps,xscale=linear,yscale=linear',
    'against:measure=column:write_steps,xscale=linear,yscale=linear',
  ],
}
