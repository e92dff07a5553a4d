import {
  atLeast,
  atMost,
  done,
  exactly,
  own,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  readonly i: number
  readonly n: number
  /** Whose turn it was when it looked. */
  k: number
  /** Whose variable c is read next. */
  j: number
}

const variables = ({ n }: SharedSystem) => ({
  b: sharedArray(n, { values: 2, initially: 1, writers: own }),
  c: sharedArray(n, { values: 2, initially: 1, writers: own }),
  k: sharedVariable({ values: n }),
})

/** The first solution: who has the turn, or takes it from one who does not try, enters if it is alone. */
export const dijkstraMutex: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'dijkstra-mutex',
  title: 'Dijkstra’s lock',
  summary: 'takes the turn from one who does not try, and enters if nobody else has come as far',
  source: 'E. W. Dijkstra, Solution of a problem in concurrent programming control, 1965',
  remarks:
    'b[i] = 1 says that p_i does not try, c[i] = 1 that it does not stand before the critical section.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, k: 0, j: 0 }),

  operations: {
    acquire: {
      1: (s, { b }) => b.at(s.i).write(0, 2),
      2: (s, { k }) =>
        k.read((turn) => {
          s.k = turn
          return turn === s.i ? 6 : 3
        }),
      3: (s, { c }) => c.at(s.i).write(1, 4),
      4: (s, { b }) => b.at(s.k).read((rests) => (rests === 1 ? 5 : 2)),
      5: (s, { k }) => k.write(s.i, 2),
      6: (s, { c }) => c.at(s.i).write(0, () => next(s, 0)),
      7: (s, { c }) => c.at(s.j).read((isAway) => (isAway === 1 ? next(s, s.j + 1) : 2)),
    },
    release: {
      1: (s, { c }) => c.at(s.i).write(1, 2),
      2: (s, { b }) =>
        b.at(s.i).write(1, () => {
          s.k = 0
          s.j = 0
          return done
        }),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    // Four more if it was somebody else's turn.
    'solo:steps': [atLeast('n + 4'), atMost('n + 8')],
    variables: exactly('2n + 1'),
    bits: exactly('2n + ceil(log2(n))'),
  },
}

/** Goes on to processor j, or enters if there is no other. */
function next(s: State, j: number): number {
  s.j = j === s.i ? j + 1 : j
  return s.j < s.n ? 7 : done
}
