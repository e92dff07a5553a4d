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
  /** Who stands before it in the queue. */
  before: number
  /** Who stands behind it. */
  behind: number
}

const variables = ({ n }: SharedSystem) => ({
  tail: sharedVariable({ values: n, nil: true, offers: ['swap', 'compareAndSwap'] }),
  next: sharedArray(n, { values: n, nil: true, home: own }),
  locked: sharedArray(n, { values: 2, home: own }),
})

/** A queue in which everyone waits at a variable of its own, until the one before hands the lock over. */
export const mcsLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'mcs-lock',
  title: 'MCS lock',
  summary: 'a queue of processors, each of which waits at a variable of its own',
  source:
    'J. M. Mellor-Crummey, M. L. Scott, Algorithms for scalable synchronization on shared-memory multiprocessors, 1991',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i }) => ({ i, before: nil, behind: nil }),

  operations: {
    acquire: {
      1: (s, { next }) => next.at(s.i).write(nil, 2),
      2: (s, { tail }) =>
        tail.swap(s.i, (last) => {
          s.before = last
          return last === nil ? done : 3
        }),
      3: (s, { locked }) => locked.at(s.i).write(1, 4),
      4: (s, { next }) => next.at(s.before).write(s.i, 5),
      5: (s, { locked }) => locked.at(s.i).await((isLocked) => isLocked === 0, done),
    },
    release: {
      1: (s, { next }) =>
        next.at(s.i).read((behind) => {
          s.behind = behind
          return behind === nil ? 2 : 4
        }),
      2: (s, { tail }) => tail.compareAndSwap(s.i, nil, (last) => (last === s.i ? leave(s) : 3)),
      3: (s, { next }) =>
        next.at(s.i).await(
          (behind) => behind !== nil,
          (behind) => {
            s.behind = behind
            return 4
          },
        ),
      4: (s, { locked }) => locked.at(s.behind).write(0, () => leave(s)),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('4'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('1'),
    'solo:rmw': exactly('2'),
    'passage:cc': atMost('8'),
    // Remote are the swap, the link to the one before, the compare&swap and the release of the one behind.
    'passage:dsm': atMost('4'),
    bypass: atMost('n - 1'),
    variables: exactly('2n + 1'),
  },
}

/** Forgets its neighbours in the queue, so that every passage begins in the same state. */
function leave(s: State): number {
  s.before = nil
  s.behind = nil
  return done
}
