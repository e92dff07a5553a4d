import {
  atLeast,
  atMost,
  done,
  exactly,
  localCoin,
  type ObjectState,
  type SharedObject,
  type SharedSystem,
  sharedVariable,
  weakSharedCoin,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly n: number
  /** The side that came up last and is still to be counted; 0 if none is. */
  side: number
  /** What it has seen; null as long as that is open. */
  outcome: number | null
}

/** The counter begins at (K + 1)n. Nobody counts beyond a barrier, Kn away, but for those who have flipped and not counted yet. */
const variables =
  (K: number) =>
  ({ n }: SharedSystem) => ({
    coin: localCoin(),
    counter: sharedVariable({
      values: 2 * (K + 1) * n + 1,
      initially: (K + 1) * n,
      offers: ['fetchAndAdd'],
    }),
  })

/**
 * The shared coin of Aspnes and Herlihy with barriers at ±Kn: everyone flips coins of its own, adds what comes up to one counter,
 * and ends when it sees the counter beyond a barrier. The scheduler knows what came up before it is counted, and can hold back at
 * most n − 1 steps of the walk.
 */
export const sharedCoinWith = (K: number) =>
  ({
    name: K === 2 ? 'shared-coin' : `shared-coin-${K}`,
    title: 'Shared coin',
    summary: 'all count what their own coins show, until the count is beyond one of two barriers',
    source: 'J. Aspnes, M. Herlihy, Fast randomized consensus using shared memory, 1990',
    remarks: `The barriers are ${K}n away from where the counter begins. A processor that flips again sees the same side.`,
    service: weakSharedCoin,
    requires: {},
    variables: variables(K),

    initially: ({ n }) => ({ n, side: 0, outcome: null }),

    operations: {
      flip: {
        1: (s, { coin, counter }) =>
          s.outcome === null
            ? coin.flip((side) => {
                s.side = side
                return 2
              })
            : counter.read(() => answered(s, s.outcome!)),
        2: (s, { counter }) =>
          counter.fetchAndAdd(s.side === 1 ? 1 : -1, () => {
            s.side = 0
            return 3
          }),
        3: (s, { counter }) =>
          counter.read((count) => {
            if (count <= s.n) return answered(s, 0)
            return count >= (2 * K + 1) * s.n ? answered(s, 1) : 1
          }),
      },
    },

    guarantees: 'linearizable',
    progress: 'wait-free',

    claims: {
      // The walk has to go Kn steps to one side, and n − 1 more at most. Each of its steps is a flip, a count and a look.
      'expected:steps': [atMost(`3(${K}n + n - 1)^2`), atLeast(`3(${K}n)^2`)],
      'expected:flips': [atMost(`(${K}n + n - 1)^2`), atLeast(`(${K}n)^2`)],
      // A walk that begins in the middle comes n − 1 beyond one barrier before it comes back to within n − 1 of the other.
      agreement: atLeast(`${K - 1} / ${2 * K}`),
      variables: exactly('1'),
    },
  }) satisfies SharedObject<State, ReturnType<typeof variables>, 'flip'>

/** The same with barriers at ±2n. */
export const sharedCoin: SharedObject<State, ReturnType<typeof variables>, 'flip'> = sharedCoinWith(2)

function answered(s: State, outcome: number): number {
  s.outcome = outcome
  s.answer = outcome
  return done
}
