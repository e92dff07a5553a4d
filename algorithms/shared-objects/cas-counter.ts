import {
  done,
  exactly,
  type ObjectState,
  type SharedObject,
  sharedCounter,
  sharedVariable,
} from '../../engine/index.ts'

interface State extends ObjectState {
  seen: number
}

const variables = () => ({ count: sharedVariable({ offers: ['compareAndSwap'] }) })

/** One variable that is read and exchanged for one more, until nobody was faster. */
export const casCounter: SharedObject<State, typeof variables, 'increment' | 'read'> = {
  name: 'cas-counter',
  title: 'Counter by compare&swap',
  summary: 'reads the count and exchanges it for one more by compare&swap, until nobody was faster',
  source: 'M. Herlihy, Wait-free synchronization, 1991',
  service: sharedCounter,
  requires: {},
  variables,

  initially: () => ({ seen: 0 }),

  operations: {
    increment: {
      1: (s, { count }) =>
        count.read((seen) => {
          s.seen = seen
          return 2
        }),
      2: (s, { count }) =>
        count.compareAndSwap(s.seen, s.seen + 1, (found) => {
          if (found !== s.seen) return 1
          s.seen = 0
          return done
        }),
    },
    read: {
      1: (s, { count }) =>
        count.read((seen) => {
          s.answer = seen
          return done
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'lock-free',

  claims: {
    'solo-increment:steps': exactly('2'),
    'read:steps': exactly('1'),
    variables: exactly('1'),
  },
}
