import type { ClockFamily } from './clock-family.ts'

/** Every clock shows the time. */
export const perfect: ClockFamily<'perfect'> = {
  name: 'perfect',
  summary: 'all show the time since the execution began',
  title: 'perfect clocks',
  random: false,
  steady: true,
  parameters: {},
  create: ({ n }) => Array.from({ length: n }, () => ({ at: (time) => time, when: (reading) => reading })),
}
