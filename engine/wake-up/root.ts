import { initiators, type WakeUpFamily } from './wake-up-family.ts'

/** The root wakes at time 0; only messages wake the others. */
export const root: WakeUpFamily<'root'> = {
  name: 'root',
  words: () => 'the root alone wakes',
  summary: 'the root alone',
  random: false,
  parameters: {},
  create: ({ n, root }) => initiators(n, [root]),
}
