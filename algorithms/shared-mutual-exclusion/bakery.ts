import {
  atMost,
  done,
  exactly,
  own,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
} from '../../engine/index.ts'

interface State {
  readonly i: number
  readonly n: number
  /** Whose variables are read next. */
  j: number
  /** The largest number seen, then its own. */
  number: number
}

const variables = ({ n }: SharedSystem) => ({
  choosing: sharedArray(n, { values: 2, writers: own, home: own }),
  number: sharedArray(n, { writers: own, home: own }),
})

/** Who comes takes a number larger than all it sees, and waits for everyone with a smaller one. */
export const bakery: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'bakery',
  title: 'Bakery algorithm',
  summary:
    'takes a number larger than all others and waits for the smaller ones; equal numbers go by processor',
  source:
    'L. Lamport, A new solution of Dijkstra’s concurrent programming problem, 1974; Attiya & Welch, section 4.4.1',
  remarks:
    'It reads its own number among all others. Numbers grow without bound while somebody is always in a passage.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, j: 0, number: 0 }),

  operations: {
    acquire: {
      1: (s, { choosing }) => choosing.at(s.i).write(1, 2),
      2: (s, { number }) =>
        number.at(s.j).read((other) => {
          s.number = Math.max(s.number, other)
          s.j++
          return s.j < s.n ? 2 : 3
        }),
      3: (s, { number }) =>
        number.at(s.i).write(s.number + 1, () => {
          s.number++
          return 4
        }),
      4: (s, { choosing }) =>
        choosing.at(s.i).write(0, () => {
          s.j = -1
          return next(s)
        }),
      5: (s, { choosing }) => choosing.at(s.j).await((chooses) => chooses === 0, 6),
      6: (s, { number }) =>
        number.at(s.j).await(
          (other) => other === 0 || other > s.number || (other === s.number && s.j > s.i),
          () => next(s),
        ),
    },
    release: {
      1: (s, { number }) =>
        number.at(s.i).write(0, () => {
          s.j = 0
          s.number = 0
          return done
        }),
    },
  },

  doorwayEnds: 5,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('3n + 2'),
    'solo:reads': exactly('3n - 2'),
    'solo:writes': exactly('4'),
    bypass: atMost('n - 1'),
    variables: exactly('2n'),
  },
}

/** Goes on to wait for the next of the others. */
function next(s: State): number {
  s.j++
  if (s.j === s.i) s.j++
  return s.j < s.n ? 5 : done
}
