import {
  atMost,
  done,
  exactly,
  type ObjectState,
  type SharedObject,
  sharedArray,
  sharedRegister,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly argument: number
  /** The bit that is next. */
  j: number
  /** The smallest 1 that was seen. */
  least: number
}

/** How many values the register has. */
const values = 4

const variables = () => ({
  bit: sharedArray(values, {
    values: 2,
    initially: (index) => (index === 0 ? 1 : 0),
    writers: 0,
    readers: 1,
  }),
})

/** A register of several values from bits: the value is the first bit that is 1. One writer, one reader. */
export const registerKvalued: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-kvalued',
  title: 'Register of several values from bits',
  summary: 'one writer, one reader: the value is the number of the first bit that is 1',
  source:
    'K. Vidyasankar, Converting Lamport’s regular register to atomic register, 1988; Attiya & Welch, section 10.2.1',
  remarks: 'It has four values.',
  service: sharedRegister({ writer: 'root', readers: 'others', values }),
  requires: { size: 2 },
  variables,

  initially: () => ({ j: 0, least: 0 }),

  operations: {
    write: {
      1: (s, { bit }) =>
        bit.at(s.argument).write(1, () => {
          s.j = s.argument
          return below(s, 2)
        }),
      2: (s, { bit }) => bit.at(s.j).write(0, () => below(s, 2)),
    },
    read: {
      1: (s, { bit }) =>
        bit.at(s.j).read((isSet) => {
          if (isSet === 0) {
            s.j++
            return 1
          }
          s.least = s.j
          return answered(s, below(s, 2))
        }),
      // On the way down, whatever is smaller may be newer.
      2: (s, { bit }) =>
        bit.at(s.j).read((isSet) => {
          if (isSet === 1) s.least = s.j
          return answered(s, below(s, 2))
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    'write:writes': exactly('v + 1'),
    'write:steps': exactly('v + 1'),
    // Up to the last bit and down again.
    'read:steps': atMost('2k - 1'),
    variables: exactly('k'),
  },
}

/** Goes on to the bit below at this line, or ends after bit 0. */
function below(s: State, line: number): number {
  s.j--
  if (s.j >= 0) return line
  s.j = 0
  return done
}

/** A read that is over answers with the smallest 1. */
function answered(s: State, line: number): number {
  if (line === done) {
    s.answer = s.least
    s.least = 0
  }
  return line
}
