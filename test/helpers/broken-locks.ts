import { bakery, petersonLock } from '../../algorithms/index.ts'
import { done, type SharedMemoryAlgorithm, sharedVariable } from '../../engine/index.ts'

/** Peterson’s lock with its two writes in the other order: both can enter. */
export const petersonSwapped: SharedMemoryAlgorithm = {
  ...petersonLock,
  name: 'peterson-swapped',
  operations: {
    ...petersonLock.operations,
    acquire: {
      ...petersonLock.operations.acquire,
      1: (s, { turn }) => turn.write(s.other, 2),
      2: (s, { want }) => want.at(s.i).write(1, 3),
    },
  },
} as typeof petersonLock

/** The bakery in which nobody waits for who is still choosing: two can take the same number and enter. */
export const bakeryWithoutChoosing: SharedMemoryAlgorithm = {
  ...bakery,
  name: 'bakery-without-choosing',
  operations: {
    ...bakery.operations,
    acquire: { ...bakery.operations.acquire, 5: (s, { choosing }) => choosing.at(s.j).read(6) },
  },
} as typeof bakery

/** Each says that it wants to enter and waits until the other does not: safe, but both can wait for ever. */
export const politeLock: SharedMemoryAlgorithm = {
  ...petersonLock,
  name: 'polite-lock',
  operations: {
    ...petersonLock.operations,
    acquire: {
      1: (s, { want }) => want.at(s.i).write(1, 2),
      2: (s, { want }) => want.at(s.other).await((wants) => wants === 0, done),
    },
  },
} as typeof petersonLock

const turns = () => ({ turn: sharedVariable({ values: 2 }) })

/** Strict turns: who has had its turn waits for the other one, though that may never want to enter. */
export const turnsLock: SharedMemoryAlgorithm<{ readonly i: number }, typeof turns> = {
  name: 'turns-lock',
  service: 'mutual exclusion',
  requires: { size: 2 },
  variables: turns,
  initially: ({ i }) => ({ i }),
  operations: {
    acquire: { 1: (s, { turn }) => turn.await((whose) => whose === s.i, done) },
    release: { 1: (s, { turn }) => turn.write(1 - s.i, done) },
  },
  guarantees: 'mutual exclusion',
}
