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
}

/** How many values the register has. */
const values = 4

const variables = () => ({
  bit: sharedArray(values, { values: 2, initially: (index) => (index === 0 ? 1 : 0), writers: 0 }),
})

/** The same without the way down: a later read can answer with an older value, so it is only regular. */
export const registerKvaluedRegular: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-kvalued-regular',
  title: 'Regular register of several values from bits',
  summary: 'one writer: a read answers with the first bit that it finds to be 1',
  source: 'L. Lamport, On interprocess communication, 1986; Attiya & Welch, section 10.2.1',
  remarks: 'It has four values.',
  service: sharedRegister({ writer: 'root', readers: 'others', values }),
  requires: { sizeMin: 2 },
  variables,

  initially: () => ({ j: 0 }),

  operations: {
    write: {
      1: (s, { bit }) =>
        bit.at(s.argument).write(1, () => {
          s.j = s.argument
          return below(s)
        }),
      2: (s, { bit }) => bit.at(s.j).write(0, () => below(s)),
    },
    read: {
      1: (s, { bit }) =>
        bit.at(s.j).read((isSet) => {
          if (isSet === 0) {
            s.j++
            return 1
          }
          s.answer = s.j
          s.j = 0
          return done
        }),
    },
  },

  guarantees: 'regular',
  progress: 'wait-free',

  claims: {
    'write:steps': exactly('v + 1'),
    'read:steps': atMost('k'),
    variables: exactly('k'),
  },
}

function below(s: State): number {
  s.j--
  if (s.j >= 0) return 2
  s.j = 0
  return done
}
