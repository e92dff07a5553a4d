import {
  atMost,
  done,
  exactly,
  nil,
  own,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  readonly i: number
  readonly n: number
  /** Which of its two places it stands at, i or n + i. */
  place: number
  /** The place before its own, then the processor behind it. */
  neighbour: number
}

const variables = ({ n }: SharedSystem) => ({
  tail: sharedVariable({ values: 2 * n, offers: ['swap'] }),
  // Who waits behind a place; n where it is free, as the first tail is.
  behind: sharedArray(2 * n, {
    values: n + 1,
    nil: true,
    initially: (place) => (place === 0 ? n : nil),
    offers: ['swap'],
    home: (place) => place % n,
  }),
  go: sharedArray(n, { values: 2, home: own }),
})

/**
 * A queue in which whoever leaves and whoever comes next meet at one variable: the second of them sees what the first
 * has left there. So three remote references of a passage suffice without caches, for any number of processors.
 */
export const handoverLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'handover-lock',
  title: 'Queue with handover',
  summary: 'a queue in which one swap either leaves the lock free or finds who waits for it',
  source:
    'After T. S. Craig, Building FIFO and priority-queuing spin locks from atomic swap, 1993, and the MCS lock',
  remarks:
    'A processor stands at its two places in turn: one who comes may be late to look at the place that it has left. At the third passage nobody can, for who comes is in the queue before the second.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, place: n + i, neighbour: nil }),

  operations: {
    acquire: {
      1: (s, { behind }) => behind.at(s.place).write(nil, 2),
      2: (s, { go }) => go.at(s.i).write(0, 3),
      3: (s, { tail }) =>
        tail.swap(s.place, (before) => {
          s.neighbour = before
          return 4
        }),
      4: (s, { behind }) => behind.at(s.neighbour).swap(s.i, (found) => (found === s.n ? done : 5)),
      5: (s, { go }) => go.at(s.i).await((mayGo) => mayGo === 1, done),
    },
    release: {
      1: (s, { behind }) =>
        behind.at(s.place).swap(s.n, (next) => {
          s.neighbour = next
          return next === nil ? leave(s) : 2
        }),
      2: (s, { go }) => go.at(s.neighbour).write(1, () => leave(s)),
    },
  },

  doorwayEnds: 4,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('5'),
    'solo:rmw': exactly('3'),
    'passage:cc': atMost('7'),
    // Remote are the swap of the tail, that at the place before, and the signal to the one behind.
    'passage:dsm': atMost('3'),
    bypass: atMost('n - 1'),
    variables: exactly('3n + 1'),
  },
}

/** Goes to its other place. */
function leave(s: State): number {
  s.place = (s.place + s.n) % (2 * s.n)
  s.neighbour = nil
  return done
}
