import { andersonLock, clhLock, handoverLock, mcsLock, ticketLock } from '../../algorithms/index.ts'
import { done, nil, type SharedMemoryAlgorithm } from '../../engine/index.ts'

/** Tickets are read and then counted on: two can draw the same. */
export const ticketsReadAndWritten: SharedMemoryAlgorithm = {
  ...ticketLock,
  name: 'tickets-read-and-written',
  operations: {
    ...ticketLock.operations,
    acquire: {
      1: (s, { next }) =>
        next.read((number) => {
          s.ticket = number
          return 3
        }),
      2: ticketLock.operations.acquire[2]!,
      3: (s, { next }) => next.write(s.ticket + 1, 2),
    },
  },
} as typeof ticketLock

/** The flags of the array stay up: who comes the next time round does not wait. */
export const andersonWithoutReset: SharedMemoryAlgorithm = {
  ...andersonLock,
  name: 'anderson-without-reset',
  operations: {
    ...andersonLock.operations,
    acquire: {
      ...andersonLock.operations.acquire,
      2: (s, { flags }) => flags.at(s.place).await((flag) => flag === 1, done),
    },
  },
} as typeof andersonLock

/** Everyone keeps its own flag: it can raise it again before the one behind has seen it down. */
export const clhWithOwnFlag: SharedMemoryAlgorithm = {
  ...clhLock,
  name: 'clh-with-own-flag',
  operations: {
    ...clhLock.operations,
    release: {
      1: (s, { locked }) =>
        locked.at(s.own).write(0, () => {
          s.before = 0
          return done
        }),
    },
  },
} as typeof clhLock

/** Who leaves does not wait for one who stands behind it and has not said so yet: that one waits for ever. */
export const mcsInAHurry: SharedMemoryAlgorithm = {
  ...mcsLock,
  name: 'mcs-in-a-hurry',
  operations: {
    ...mcsLock.operations,
    release: {
      ...mcsLock.operations.release,
      2: (s, { tail }) => tail.compareAndSwap(s.i, nil, done),
    },
  },
} as typeof mcsLock

/** Everyone has one place only: who comes late finds the next passage of the one before at it. */
export const handoverAtOnePlace: SharedMemoryAlgorithm = {
  ...handoverLock,
  name: 'handover-at-one-place',
  operations: {
    ...handoverLock.operations,
    release: {
      1: (s, { behind }) =>
        behind.at(s.place).swap(s.n, (next) => {
          s.neighbour = next
          return next === nil ? done : 2
        }),
      2: (s, { go }) =>
        go.at(s.neighbour).write(1, () => {
          s.neighbour = nil
          return done
        }),
    },
  },
} as typeof handoverLock
