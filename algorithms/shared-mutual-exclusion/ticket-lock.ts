import { atMost, done, exactly, type SharedMemoryAlgorithm, sharedVariable } from '../../engine/index.ts'

interface State {
  /** Its number in the order of arrival. */
  ticket: number
}

const variables = () => ({
  next: sharedVariable({ offers: ['fetchAndAdd'] }),
  serving: sharedVariable(),
})

/** Everyone draws a ticket and waits until its number is served. */
export const ticketLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'ticket-lock',
  title: 'Ticket lock',
  summary: 'draws the next number and waits until it is served',
  source:
    'D. P. Reed, R. K. Kanodia, Synchronization with eventcounts and sequencers, 1979; Mellor-Crummey & Scott 1991',
  remarks: 'The two counters grow without bound.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: () => ({ ticket: 0 }),

  operations: {
    acquire: {
      1: (s, { next }) =>
        next.fetchAndAdd(1, (number) => {
          s.ticket = number
          return 2
        }),
      2: (s, { serving }) => serving.await((number) => number === s.ticket, done),
    },
    release: {
      1: (s, { serving }) => serving.write(s.ticket + 1, done),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('3'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('1'),
    'solo:rmw': exactly('1'),
    // It draws, and serves the next one; serving changes at most n − 1 times while it waits.
    'passage:cc': atMost('n + 2'),
    bypass: atMost('n - 1'),
    variables: exactly('2'),
  },
}
