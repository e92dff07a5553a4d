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
  readonly n: number
  /** Where it waits in the array. */
  place: number
}

const mustWait = 0
const hasLock = 1

const variables = ({ n }: SharedSystem) => ({
  last: sharedVariable({ values: n, offers: ['modify'] }),
  flags: sharedArray(n, { values: 2, initially: (place) => (place === 0 ? hasLock : mustWait) }),
})

/** A queue in an array: each waits at a place of its own, and the lock goes from place to place. */
export const andersonLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'anderson-lock',
  title: 'Anderson’s array lock',
  summary: 'draws a place in a circular array and waits there until the lock comes round',
  source:
    'T. E. Anderson, The performance of spin lock alternatives for shared-memory multiprocessors, 1990; Attiya & Welch, section 4.3.2',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ n }) => ({ n, place: 0 }),

  operations: {
    acquire: {
      1: (s, { last }) =>
        last.modify(
          (place) => (place + 1) % s.n,
          (place) => {
            s.place = place
            return 2
          },
        ),
      2: (s, { flags }) => flags.at(s.place).await((flag) => flag === hasLock, 3),
      3: (s, { flags }) => flags.at(s.place).write(mustWait, done),
    },
    release: {
      1: (s, { flags }) => flags.at((s.place + 1) % s.n).write(hasLock, done),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('4'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('2'),
    'solo:rmw': exactly('1'),
    // The flag at its place is read once in vain and once when it has changed.
    'passage:cc': atMost('5'),
    bypass: atMost('n - 1'),
    variables: exactly('n + 1'),
    bits: exactly('n + ceil(log2(n))'),
  },
}
