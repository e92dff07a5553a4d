import {
  done,
  exactly,
  type ObjectState,
  type SharedObject,
  sharedArray,
  sharedRegister,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly argument: number
  /** The digit that is next. */
  j: number
  /** What the digits that were read come to. */
  sum: number
}

/** How many binary digits the register has. */
const digits = 2

const variables = () => ({ digit: sharedArray(digits, { values: 2, writers: 0 }) })

/** A number in binary digits: fewer variables, but a read during a write can answer with a number that nobody wrote. */
export const registerKvaluedBinary: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-kvalued-binary',
  title: 'Safe register of binary digits',
  summary: 'one writer: writes a number digit by digit; only safe',
  source: 'L. Lamport, On interprocess communication, 1986',
  remarks: 'It has four values.',
  service: sharedRegister({ writer: 'root', readers: 'others', values: 2 ** digits }),
  requires: { sizeMin: 2 },
  variables,

  initially: () => ({ j: 0, sum: 0 }),

  operations: {
    write: {
      1: (s, { digit }) =>
        digit.at(s.j).write((s.argument >> s.j) & 1, () => {
          s.j++
          return s.j < digits ? 1 : ended(s)
        }),
    },
    read: {
      1: (s, { digit }) =>
        digit.at(s.j).read((value) => {
          s.sum += value << s.j
          s.j++
          if (s.j < digits) return 1
          s.answer = s.sum
          return ended(s)
        }),
    },
  },

  guarantees: 'safe',
  progress: 'wait-free',

  claims: {
    'write:steps': exactly('ceil(log2(k))'),
    'read:steps': exactly('ceil(log2(k))'),
    variables: exactly('ceil(log2(k))'),
  },
}

function ended(s: State): number {
  s.j = 0
  s.sum = 0
  return done
}
