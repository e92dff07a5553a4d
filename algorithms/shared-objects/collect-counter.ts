import {
  done,
  exactly,
  type ObjectState,
  own,
  type SharedObject,
  type SharedSystem,
  sharedArray,
  sharedCounter,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly i: number
  readonly n: number
  /** How often this processor has counted. */
  count: number
  j: number
  sum: number
}

const variables = ({ n }: SharedSystem) => ({ count: sharedArray(n, { writers: own, home: own }) })

/**
 * Each processor counts by itself, and a read adds up. It is linearizable though a collect is none of a snapshot: the sum is
 * between the counts at its beginning and at its end, and the count passes every number between them.
 */
export const collectCounter: SharedObject<State, typeof variables, 'increment' | 'read'> = {
  name: 'collect-counter',
  title: 'Counter of registers',
  summary: 'each processor counts in a register of its own, and a read adds them up',
  source: 'J. Aspnes, M. Herlihy, Wait-free data structures in the asynchronous PRAM model, 1990',
  service: sharedCounter,
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, count: 0, j: 0, sum: 0 }),

  operations: {
    increment: {
      1: (s, { count }) =>
        count.at(s.i).write(s.count + 1, () => {
          s.count++
          return done
        }),
    },
    read: {
      1: (s, { count }) =>
        count.at(s.j).read((one) => {
          s.sum += one
          s.j++
          if (s.j < s.n) return 1
          s.answer = s.sum
          s.j = 0
          s.sum = 0
          return done
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    'increment:steps': exactly('1'),
    'read:steps': exactly('n'),
    variables: exactly('n'),
  },
}
