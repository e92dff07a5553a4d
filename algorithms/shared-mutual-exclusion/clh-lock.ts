import {
  atMost,
  done,
  exactly,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  /** The flag that it holds. */
  own: number
  /** The flag of the one before it in the queue. */
  before: number
}

const variables = ({ n }: SharedSystem) => ({
  tail: sharedVariable({ values: n + 1, initially: n, offers: ['swap'] }),
  locked: sharedArray(n + 1, { values: 2 }),
})

/** A queue in which everyone waits at the flag of the one before, and takes that flag over when it leaves. */
export const clhLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'clh-lock',
  title: 'CLH lock',
  summary: 'a queue of flags, in which each waits for the flag before its own',
  source:
    'T. S. Craig, Building FIFO and priority-queuing spin locks from atomic swap, 1993; P. S. Magnusson, A. Landin, E. Hagersten, Queue locks on cache coherent multiprocessors, 1994',
  remarks: 'The flags have no homes: they go from processor to processor.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i }) => ({ own: i, before: 0 }),

  operations: {
    acquire: {
      1: (s, { locked }) => locked.at(s.own).write(1, 2),
      2: (s, { tail }) =>
        tail.swap(s.own, (last) => {
          s.before = last
          return 3
        }),
      3: (s, { locked }) => locked.at(s.before).await((isLocked) => isLocked === 0, done),
    },
    release: {
      1: (s, { locked }) =>
        locked.at(s.own).write(0, () => {
          s.own = s.before
          s.before = 0
          return done
        }),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('4'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('2'),
    'solo:rmw': exactly('1'),
    // The flag before its own is read once in vain and once when it has changed.
    'passage:cc': atMost('5'),
    bypass: atMost('n - 1'),
    variables: exactly('n + 2'),
    bits: exactly('n + 1 + ceil(log2(n + 1))'),
  },
}
