import {
  done,
  exactly,
  type ObjectState,
  own,
  type SharedObject,
  type SharedSystem,
  sharedDataArray,
  sharedRegister,
} from '../../engine/index.ts'
import { later, type Stamped, unwritten } from './stamped.ts'

interface State extends ObjectState {
  readonly i: number
  readonly n: number
  readonly argument: number
  /** Of the writer: how often it has written. */
  time: number
  /** Whose variable is next. */
  j: number
  /** The latest that was seen. */
  latest: Stamped
}

const variables = ({ n }: SharedSystem) => ({
  // What the writer tells each reader.
  told: sharedDataArray(n, { initially: unwritten, writers: 0, readers: own, home: own }),
  // What reader i tells reader j: number i n + j.
  report: sharedDataArray(n * n, {
    initially: unwritten,
    writers: (index) => Math.floor(index / n),
    readers: (index) => index % n,
    home: (index) => index % n,
  }),
})

/** A register of several readers from registers of one reader each: readers tell each other what they have read. */
export const registerSwmr: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-swmr',
  title: 'Register of several readers',
  summary:
    'one writer, several readers, from registers of one reader each: who reads tells the other readers',
  source:
    'A. Israeli, M. Li, Bounded time-stamps, 1993; P. Vitányi, B. Awerbuch, Atomic shared register access by asynchronous hardware, 1986; Attiya & Welch, section 10.2.2',
  remarks:
    'Of n processors, p_0 writes and the n − 1 others read. Where the literature counts n readers, ours is one more.',
  service: sharedRegister({ writer: 'root', readers: 'others' }),
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, n, time: 0, j: 1, latest: unwritten }),

  operations: {
    write: {
      1: (s, { told }) =>
        told.at(s.j).write({ value: s.argument, time: s.time + 1, writer: s.i }, () => {
          s.j++
          if (s.j < s.n) return 1
          s.time++
          return ended(s)
        }),
    },
    read: {
      1: (s, { told }) =>
        told.at(s.i).read((value) => {
          s.latest = value
          return next(s, 0, 2, 3)
        }),
      2: (s, { report }) =>
        report.at(s.j * s.n + s.i).read((value) => {
          s.latest = later(s.latest, value)
          return next(s, s.j, 2, 3)
        }),
      3: (s, { report }) => report.at(s.i * s.n + s.j).write(s.latest, () => next(s, s.j, 3, done)),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    'write:steps': exactly('n - 1'),
    'read:reads': exactly('n - 1'),
    'read:writes': exactly('n - 2'),
    'read:steps': exactly('2n - 3'),
  },
}

/** Goes on with the next reader after `before`, at line `again`; after the last one to line `then`, again from the first. */
function next(s: State, before: number, again: number, then: number): number {
  s.j = other(s, before)
  if (s.j < s.n) return again
  s.j = other(s, 0)
  if (then !== done && s.j < s.n) return then
  s.answer = s.latest.value
  return ended(s)
}

/** The next reader after p that is another one. */
const other = ({ i }: State, p: number): number => (p + 1 === i ? p + 2 : p + 1)

/** Forgets what it has seen, so that every operation begins in the same state. */
function ended(s: State): number {
  s.j = 1
  s.latest = unwritten
  return done
}
