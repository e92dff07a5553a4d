import type { DaemonFamily } from './daemon.ts'

/** One after the other. */
export const central: DaemonFamily = {
  name: 'central',
  summary: 'one privileged processor moves in each step; at random, each alike',
  parameters: {},
  allows: (movers) => movers === 1,
  choose: (privileged, random) => [privileged[random.integer(privileged.length)]!],
}
