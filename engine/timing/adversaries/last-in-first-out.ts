import type { DelayFamily } from '../delay-family.ts'

/** How much faster each message is than the one sent before it, and how long the fastest take. */
const [gain, fast] = [2 ** -36, 2 ** -40] as const

/**
 * What is sent last arrives first, as nearly as delays allow that are chosen as messages are sent: the last message of
 * each event takes next to no time, and of the others, which take nearly 1, each overtakes all that were sent before,
 * since it gains more on its predecessor than the fast message took in between.
 */
export const lastInFirstOut: DelayFamily<'last-in-first-out'> = {
  name: 'last-in-first-out',
  summary: 'the last message of each event takes next to no time; of all others, later ones arrive earlier',
  parameters: {},
  create: () => ({
    kind: 'adversary',
    bounded: true,
    adversary: {
      delay: ({ number, index, count }) => (index === count - 1 ? fast : Math.max(1 / 2, 1 - number * gain)),
    },
  }),
}
