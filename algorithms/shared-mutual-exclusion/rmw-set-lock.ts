import {
  atMost,
  done,
  exactly,
  InputError,
  own,
  type SharedMemoryAlgorithm,
  type SharedSystem,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

interface State {
  readonly i: number
  readonly n: number
  /** To whom it hands the lock over. */
  next: number
}

/** The set is kept in the bits of a number with a sign. */
const most = 30

const variables = ({ n }: SharedSystem) => {
  if (n > most) throw new InputError(`rmw-set-lock works with ${most} processors or fewer, not with ${n}`)
  return {
    // Bit i says whether p_i is in a passage.
    members: sharedVariable({ values: 2 ** n, offers: ['modify'] }),
    go: sharedArray(n, { values: 2, home: own }),
  }
}

/** One variable holds the set of those who are in a passage; whoever leaves hands the lock over to the next of them. */
export const rmwSetLock: SharedMemoryAlgorithm<State, typeof variables> = {
  name: 'rmw-set-lock',
  title: 'Read-modify-write set',
  summary: 'joins the set of those who want to enter, and hands the lock over to the next one of the set',
  source: 'Folklore',
  remarks: `No lock with one such variable has fewer remote references without caches. It is for up to ${most} processors, since the set is a number. The next one is the next by number, cyclically.`,
  service: 'mutual exclusion',
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, next: 0 }),

  operations: {
    acquire: {
      1: (s, { members }) =>
        members.modify(
          (set) => set | (1 << s.i),
          (set) => (set === 0 ? done : 2),
        ),
      2: (s, { go }) => go.at(s.i).await((mayGo) => mayGo === 1, 3),
      3: (s, { go }) => go.at(s.i).write(0, done),
    },
    release: {
      1: (s, { members }) =>
        members.modify(
          (set) => set & ~(1 << s.i),
          (set) => {
            s.next = nextIn(set, s)
            return s.next === s.i ? leave(s) : 2
          },
        ),
      2: (s, { go }) => go.at(s.next).write(1, () => leave(s)),
    },
  },

  guarantees: 'no lockout',

  claims: {
    'solo:steps': exactly('2'),
    'solo:rmw': exactly('2'),
    // Both changes of the set, the signal to the next one, and its own signal: read twice and taken back.
    'passage:cc': atMost('6'),
    // Both changes of the set, and the signal to the next one.
    'passage:dsm': atMost('3'),
    bypass: atMost('n - 1'),
    variables: exactly('n + 1'),
    bits: exactly('2n'),
  },
}

/** The next member after p_i, cyclically; i itself if there is no other. */
function nextIn(set: number, { i, n }: State): number {
  let p = (i + 1) % n
  while (p !== i && (set & (1 << p)) === 0) p = (p + 1) % n
  return p
}

function leave(s: State): number {
  s.next = 0
  return done
}
