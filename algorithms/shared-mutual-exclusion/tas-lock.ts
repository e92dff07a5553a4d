import { done, exactly, type SharedMemoryAlgorithm, sharedVariable } from '../../engine/index.ts'

type State = Record<string, never>

const variables = () => ({
  lock: sharedVariable({ values: 2, offers: ['testAndSet'] }),
})

/** The simplest lock: whoever finds the bit 0 enters. */
export const tasLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'tas-lock',
  title: 'Test&set lock',
  summary: 'sets a bit until it was 0 before',
  source: 'Attiya & Welch, section 4.3.1',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: () => ({}),

  operations: {
    acquire: {
      1: (_, { lock }) => lock.testAndSet((before) => (before === 0 ? done : 1)),
    },
    release: {
      1: (_, { lock }) => lock.write(0, done),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    'solo:steps': exactly('2'),
    'solo:reads': exactly('0'),
    'solo:writes': exactly('1'),
    'solo:rmw': exactly('1'),
    'solo:dsm': exactly('2'),
    variables: exactly('1'),
    bits: exactly('1'),
  },
}
