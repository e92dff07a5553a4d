import {
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
  /** For whom it waits next, where there was contention. */
  j: number
}

const variables = ({ n }: SharedSystem) => ({
  b: sharedArray(n, { values: 2, writers: own }),
  x: sharedVariable({ values: n }),
  y: sharedVariable({ values: n, nil: true }),
})

/** Without contention, five accesses lead into the critical section, however many processors there are. */
export const lamportFast: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'lamport-fast',
  title: 'Lamport’s fast lock',
  summary: 'enters after five accesses if nobody else comes, and otherwise looks at all others',
  source: 'L. Lamport, A fast mutual exclusion algorithm, 1987',
  remarks: 'The fast algorithm in Attiya & Welch, section 4.4.5, is a different one.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, j: 0 }),

  operations: {
    acquire: {
      1: (s, { b }) => b.at(s.i).write(1, 2),
      2: (s, { x }) => x.write(s.i, 3),
      3: (_, { y }) => y.read((gate) => (gate === nil ? 6 : 4)),
      4: (s, { b }) => b.at(s.i).write(0, 5),
      5: (_, { y }) => y.await((gate) => gate === nil, 1),
      6: (s, { y }) => y.write(s.i, 7),
      7: (s, { x }) => x.read((last) => (last === s.i ? done : 8)),
      8: (s, { b }) => b.at(s.i).write(0, 9),
      9: (s, { b }) =>
        b.at(s.j).await(
          (tries) => tries === 0,
          () => {
            s.j = (s.j + 1) % s.n
            return s.j === 0 ? 10 : 9
          },
        ),
      10: (s, { y }) => y.read((gate) => (gate === s.i ? done : 11)),
      11: (_, { y }) => y.await((gate) => gate === nil, 1),
    },
    release: {
      1: (_, { y }) => y.write(nil, 2),
      2: (s, { b }) => b.at(s.i).write(0, done),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    'solo:steps': exactly('7'),
    'solo:reads': exactly('2'),
    'solo:writes': exactly('5'),
    variables: exactly('n + 2'),
  },
}
