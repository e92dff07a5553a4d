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
  /** The level that it tries to pass, 1 … n − 1. */
  level: number
  /** Whose level is read next. */
  j: number
}

const variables = ({ n }: SharedSystem) => ({
  level: sharedArray(n, { values: n, writers: own }),
  // victim[ℓ − 1] is who came last to level ℓ.
  victim: sharedArray(n - 1, { values: n }),
})

/** Peterson’s lock for n: of those that come to a level, whoever came last stays behind until the others are gone or another comes. */
export const filterLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'filter-lock',
  title: 'Filter lock',
  summary: 'passes n − 1 levels, at each of which whoever comes last is kept back',
  source: 'G. L. Peterson, Myths about the mutual exclusion problem, 1981',
  remarks: 'While it waits for a processor at its level, it reads in turn that level and the victim.',
  service: 'mutual exclusion',
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, n, level: 1, j: firstOther(i) }),

  operations: {
    acquire: {
      1: (s, { level }) => level.at(s.i).write(s.level, 2),
      2: (s, { victim }) => victim.at(s.level - 1).write(s.i, 3),
      3: (s, { level }) => level.at(s.j).read((other) => (other < s.level ? next(s) : 4)),
      4: (s, { victim }) => victim.at(s.level - 1).read((last) => (last === s.i ? 3 : pass(s))),
    },
    release: {
      1: (s, { level }) =>
        level.at(s.i).write(0, () => {
          s.level = 1
          return done
        }),
    },
  },

  doorwayEnds: 3,
  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('n^2'),
    'solo:reads': exactly('(n - 1)^2'),
    'solo:writes': exactly('2n - 1'),
    variables: exactly('2n - 1'),
    bits: exactly('(2n - 1) * ceil(log2(n))'),
  },
}

const firstOther = (i: number): number => (i === 0 ? 1 : 0)

/** Goes on to the next of the others, or passes the level after the last. */
function next(s: State): number {
  s.j++
  if (s.j === s.i) s.j++
  return s.j < s.n ? 3 : pass(s)
}

/** Goes on to the next level, or enters after the last. */
function pass(s: State): number {
  s.j = firstOther(s.i)
  s.level++
  return s.level < s.n ? 1 : done
}
