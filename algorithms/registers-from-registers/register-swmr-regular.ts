import {
  done,
  exactly,
  type ObjectState,
  own,
  type SharedObject,
  type SharedSystem,
  sharedArray,
  sharedRegister,
} from '../../engine/index.ts'

interface State extends ObjectState {
  readonly i: number
  readonly n: number
  readonly argument: number
  /** Whom the writer tells next. */
  j: number
}

const variables = ({ n }: SharedSystem) => ({
  told: sharedArray(n, { writers: 0, readers: own, home: own }),
})

/** The same with readers that tell nobody: two of them can read two values in opposite orders, so it is only regular. */
export const registerSwmrRegular: SharedObject<State, typeof variables, 'read' | 'write'> = {
  name: 'register-swmr-regular',
  title: 'Regular register of several readers',
  summary: 'one writer, which tells each of several readers; readers do not write, so it is only regular',
  source: 'L. Lamport, On interprocess communication, 1986; Attiya & Welch, section 10.2.2',
  remarks: 'Of n processors, p_0 writes and the n − 1 others read.',
  service: sharedRegister({ writer: 'root', readers: 'others' }),
  requires: { sizeMin: 2 },
  variables,

  initially: ({ i, n }) => ({ i, n, j: 1 }),

  operations: {
    write: {
      1: (s, { told }) =>
        told.at(s.j).write(s.argument, () => {
          s.j++
          if (s.j < s.n) return 1
          s.j = 1
          return done
        }),
    },
    read: {
      1: (s, { told }) =>
        told.at(s.i).read((value) => {
          s.answer = value
          return done
        }),
    },
  },

  guarantees: 'regular',
  progress: 'wait-free',

  claims: {
    'write:steps': exactly('n - 1'),
    'read:steps': exactly('1'),
  },
}
