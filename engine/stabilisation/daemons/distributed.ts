import { central } from './central.ts'
import type { DaemonFamily } from './daemon.ts'

/** Whoever it may be, and however many. */
export const distributed: DaemonFamily = {
  name: 'distributed',
  summary:
    'any set of privileged processors moves in each step; at random, each processor with probability 1/2',
  parameters: {},
  allows: (movers) => movers >= 1,
  choose(privileged, random) {
    const chosen = privileged.filter(() => random.integer(2) === 0)
    return chosen.length > 0 ? chosen : central.choose(privileged, random)
  },
}
