import {
  bakery,
  lamportFast,
  oneBit,
  petersonLock,
  tournament,
  ttasLock,
  yangAnderson,
} from '../../algorithms/index.ts'
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

/** Who finds the bit 0 sets it with a write of its own: two can find it 0. */
export const ttasWithoutTest: SharedMemoryAlgorithm = {
  ...ttasLock,
  name: 'ttas-without-test',
  operations: {
    ...ttasLock.operations,
    acquire: { ...ttasLock.operations.acquire, 2: (_, { lock }) => lock.write(1, done) },
  },
} as typeof ttasLock

/** The exit begins at the leaf: the next one from there can be at the root before the root is left. */
export const tournamentLeftFromBelow: SharedMemoryAlgorithm = {
  ...tournament,
  name: 'tournament-left-from-below',
  operations: {
    ...tournament.operations,
    release: {
      1: (s, { want }) =>
        want.at(s.i + 2 ** s.height - 2).write(0, () => {
          s.level = s.height - 1
          return s.height === 1 ? finished(s) : 2
        }),
      2: (s, { want }) => want.at(((s.i + 2 ** s.height) >> s.level) - 2).write(0, () => finished(s)),
    },
  },
} as typeof tournament

/** Ready for the next passage of a tournament of at most two levels. */
function finished(s: { level: number }): number {
  s.level = 0
  return done
}

/** Who was told that its rival has come takes it for the word that it has gone. */
export const yangAndersonHasty: SharedMemoryAlgorithm = {
  ...yangAnderson,
  name: 'yang-anderson-hasty',
  operations: {
    ...yangAnderson.operations,
    acquire: {
      ...yangAnderson.operations.acquire,
      10: (s, { spin }) => spin.at(s.level * s.n + s.i).await((value) => value >= 1, done),
    },
  },
} as typeof yangAnderson

/** Who was overtaken does not wait until all who may still write y have done so. */
export const lamportFastUnseeing: SharedMemoryAlgorithm = {
  ...lamportFast,
  name: 'lamport-fast-unseeing',
  operations: {
    ...lamportFast.operations,
    acquire: { ...lamportFast.operations.acquire, 8: (s, { b }) => b.at(s.i).write(0, 10) },
  },
} as typeof lamportFast

/** Who sees the bit of a smaller number keeps its own: the two wait for each other. */
export const oneBitStubborn: SharedMemoryAlgorithm = {
  ...oneBit,
  name: 'one-bit-stubborn',
  operations: {
    ...oneBit.operations,
    acquire: { ...oneBit.operations.acquire, 3: (s, { wants }) => wants.at(s.i).write(1, 4) },
  },
} as typeof oneBit

/** Who was overtaken waits for all but the last processor, which may still write y. */
export const lamportFastForgetful: SharedMemoryAlgorithm = {
  ...lamportFast,
  name: 'lamport-fast-forgetful',
  operations: {
    ...lamportFast.operations,
    acquire: {
      ...lamportFast.operations.acquire,
      9: (s, { b }) =>
        b.at(s.j).await(
          (tries) => tries === 0,
          () => {
            s.j = (s.j + 1) % (s.n - 1)
            return s.j === 0 ? 10 : 9
          },
        ),
    },
  },
} as typeof lamportFast
