import {
  atMost,
  done,
  exactly,
  own,
  type SharedMemoryAlgorithm,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  readonly i: number
  readonly other: number
}

const variables = () => ({
  want: sharedArray(2, { values: 2, writers: own }),
  turn: sharedVariable({ values: 2 }),
})

/** Mutual exclusion for two processors: whoever comes last lets the other one go first. */
export const petersonLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'peterson-lock',
  title: 'Peterson’s lock for two',
  summary:
    'says that it wants to enter, gives way, and waits until the other does not want to or gives way itself',
  source: 'G. L. Peterson, Myths about the mutual exclusion problem, 1981',
  service: 'mutual exclusion',
  requires: { size: 2 },
  variables,

  initially: ({ i }) => ({ i, other: 1 - i }),

  operations: {
    acquire: {
      1: (s, { want }) => want.at(s.i).write(1, 2),
      2: (s, { turn }) => turn.write(s.other, 3),
      3: (s, { want }) => want.at(s.other).read((wants) => (wants === 0 ? done : 4)),
      4: (s, { turn }) => turn.read((first) => (first === s.i ? done : 3)),
    },
    release: {
      1: (s, { want }) => want.at(s.i).write(0, done),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('4'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('3'),
    // While it waits, its copies of want and turn become invalid at most once each.
    'passage:cc': atMost('6'),
    bypass: atMost('1'),
    variables: exactly('3'),
    bits: exactly('3'),
  },
}
