import {
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
  /** Whose bit is read next. */
  j: number
}

const variables = ({ n }: SharedSystem) => ({
  wants: sharedArray(n, { values: 2, writers: own, home: own }),
})

/** One bit a processor, the fewest registers with which it can be done: the smaller number goes first. */
export const oneBit: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'one-bit',
  title: 'One-bit lock',
  summary: 'gives way to all smaller numbers, then waits for all larger ones',
  source:
    'J. E. Burns, N. A. Lynch, Bounds on shared memory for mutual exclusion, 1993; L. Lamport, The mutual exclusion problem, part II, 1986; Attiya & Welch, section 4.4.4',
  remarks: 'The last processor can be locked out.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, j: 0 }),

  operations: {
    acquire: {
      1: (s, { wants }) => wants.at(s.i).write(1, () => next(s, 0)),
      2: (s, { wants }) => wants.at(s.j).read((other) => (other === 0 ? next(s, s.j + 1) : 3)),
      3: (s, { wants }) => wants.at(s.i).write(0, 4),
      4: (s, { wants }) => wants.at(s.j).await((other) => other === 0, 1),
      5: (s, { wants }) =>
        wants.at(s.j).await(
          (other) => other === 0,
          () => next(s, s.j + 1),
        ),
    },
    release: {
      1: (s, { wants }) =>
        wants.at(s.i).write(0, () => {
          s.j = 0
          return done
        }),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    'solo:steps': exactly('n + 1'),
    'solo:reads': exactly('n - 1'),
    'solo:writes': exactly('2'),
    // No algorithm with reads and writes alone has fewer variables.
    variables: exactly('n'),
    bits: exactly('n'),
  },
}

/** Goes on with processor j: it gives way to a smaller number and waits for a larger one. */
function next(s: State, j: number): number {
  s.j = j === s.i ? j + 1 : j
  if (s.j < s.i) return 2
  return s.j < s.n ? 5 : done
}
