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
  priority: sharedVariable({ values: 2 }),
})

/** Mutual exclusion for two processors: whoever leaves gives priority to the other one. */
export const aw2p: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'aw-2p',
  title: 'Bounded lock for two',
  summary: 'gives way to the other one if that has priority, and gives it priority on leaving',
  source: 'Attiya & Welch, section 4.4.2',
  remarks: 'Line 2 of the book waits for one of two variables; here lines 2 and 3 read them in turn.',
  service: 'mutual exclusion',
  requires: { size: 2 },
  variables,

  initially: ({ i }) => ({ i, other: 1 - i }),

  operations: {
    acquire: {
      1: (s, { want }) => want.at(s.i).write(0, 2),
      2: (s, { want }) => want.at(s.other).read((wants) => (wants === 0 ? 4 : 3)),
      3: (s, { priority }) => priority.read((first) => (first === s.i ? 4 : 2)),
      4: (s, { want }) => want.at(s.i).write(1, 5),
      5: (s, { priority }) => priority.read((first) => (first === s.other ? 6 : 7)),
      6: (s, { want }) => want.at(s.other).read((wants) => (wants === 1 ? 1 : done)),
      7: (s, { want }) => want.at(s.other).await((wants) => wants === 0, done),
    },
    release: {
      1: (s, { priority }) => priority.write(s.other, 2),
      2: (s, { want }) => want.at(s.i).write(0, done),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('7'),
    'solo:reads': exactly('3'),
    'solo:writes': exactly('4'),
    // The most in all interleavings, in which it takes its bit back once.
    'passage:cc': atMost('14'),
    variables: exactly('3'),
    bits: exactly('3'),
  },
}
