import type { WakeUpFamily } from './wake-up-family.ts'

/** All processors wake at time 0. */
export const all: WakeUpFamily<'all'> = {
  name: 'all',
  words: () => 'all wake at time 0',
  summary: 'all at time 0',
  random: false,
  parameters: {},
  create: ({ n }) => new Float64Array(n),
}
