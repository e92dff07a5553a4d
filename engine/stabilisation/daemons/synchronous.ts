import type { DaemonFamily } from './daemon.ts'

/** All at once. */
export const synchronous: DaemonFamily = {
  name: 'synchronous',
  summary: 'all privileged processors move in each step',
  parameters: {},
  allows: (movers, privileged) => movers === privileged,
  choose: (privileged) => [...privileged],
}
