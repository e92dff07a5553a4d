import { done, exactly, type SharedMemoryAlgorithm, sharedVariable } from '../../engine/index.ts'

type State = Record<string, never>

const variables = () => ({
  lock: sharedVariable({ values: 2, offers: ['testAndSet'] }),
})

/** Reads until the bit is 0, and only then tries to be the one who sets it. */
export const ttasLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'ttas-lock',
  title: 'Test-and-test&set lock',
  summary: 'waits until a bit is 0 before it tries to set it',
  source: 'L. Rudolph, Z. Segall, Dynamic decentralized cache schemes for MIMD parallel processors, 1984',
  remarks:
    'With caches, waiting costs nothing while somebody is in the critical section. Whoever loses the race for the bit pays again, without a bound.',
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: () => ({}),

  operations: {
    acquire: {
      1: (_, { lock }) => lock.await((bit) => bit === 0, 2),
      2: (_, { lock }) => lock.testAndSet((before) => (before === 0 ? done : 1)),
    },
    release: {
      1: (_, { lock }) => lock.write(0, done),
    },
  },

  guarantees: 'no deadlock',

  claims: {
    'solo:steps': exactly('3'),
    'solo:reads': exactly('1'),
    'solo:writes': exactly('1'),
    'solo:rmw': exactly('1'),
    variables: exactly('1'),
    bits: exactly('1'),
  },
}
