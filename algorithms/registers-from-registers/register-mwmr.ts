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
  /** Whose register is read next. */
  j: number
  /** The latest that was seen. */
  latest: Stamped
}

const variables = ({ n }: SharedSystem) => ({
  written: sharedDataArray(n, { initially: unwritten, writers: own, home: own }),
})

/** A register of several writers from registers of one writer each: who writes takes a time later than all it sees. */
export const registerMwmr: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-mwmr',
  title: 'Register of several writers',
  summary: 'several writers and readers, from registers of one writer each, with timestamps',
  source:
    'P. Vitányi, B. Awerbuch, Atomic shared register access by asynchronous hardware, 1986; Attiya & Welch, section 10.2.3',
  remarks: 'A timestamp is a number and a processor; the book has vectors, which are ordered alike.',
  service: sharedRegister(),
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, j: 0, latest: unwritten }),

  operations: {
    write: {
      1: (s, { written }) => written.at(s.j).read((seen) => (seeAll(s, seen) ? 2 : 1)),
      2: (s, { written }) =>
        written.at(s.i).write({ value: s.argument, time: s.latest.time + 1, writer: s.i }, () => ended(s)),
    },
    read: {
      1: (s, { written }) =>
        written.at(s.j).read((seen) => {
          if (!seeAll(s, seen)) return 1
          s.answer = s.latest.value
          return ended(s)
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    'write:reads': exactly('n'),
    'write:writes': exactly('1'),
    'write:steps': exactly('n + 1'),
    'read:steps': exactly('n'),
    variables: exactly('n'),
  },
}

/** Takes the next register into account; whether it was the last one. */
function seeAll(s: State, seen: Stamped): boolean {
  s.latest = later(s.latest, seen)
  s.j++
  return s.j === s.n
}

function ended(s: State): number {
  s.j = 0
  s.latest = unwritten
  return done
}
