import {
  atMost,
  done,
  exactly,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  readonly n: number
  /** Its place in the queue. */
  position: number
}

const variables = ({ n }: SharedSystem) => ({
  // The pair (first, last) as the number first · n + last.
  queue: sharedVariable({ values: n * n, offers: ['modify'] }),
})

/** A queue without its elements: one variable says which place is first and which is free. */
export const rmwQueueLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'rmw-queue-lock',
  title: 'Read-modify-write queue',
  summary: 'takes the last place of a queue and waits until that is the first one',
  source: 'Attiya & Welch, section 4.3.2',
  remarks: 'The variable offers read-modify-write operations only, so that waiting is one, too.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ n }) => ({ n, position: 0 }),

  operations: {
    acquire: {
      1: (s, { queue }) =>
        queue.modify(
          (pair) => pair - (pair % s.n) + (((pair % s.n) + 1) % s.n),
          (pair) => {
            s.position = pair % s.n
            return 2
          },
        ),
      2: (s, { queue }) =>
        queue.modify(
          (pair) => pair,
          (pair) => (first(pair, s) === s.position ? done : 2),
        ),
    },
    release: {
      1: (s, { queue }) => queue.modify((pair) => ((first(pair, s) + 1) % s.n) * s.n + (pair % s.n), done),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('3'),
    'solo:rmw': exactly('3'),
    bypass: atMost('n - 1'),
    variables: exactly('1'),
    bits: atMost('2 * ceil(log2(n))'),
  },
}

const first = (pair: number, { n }: State): number => Math.floor(pair / n)
