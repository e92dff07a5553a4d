import {
  done,
  exactly,
  type ObjectState,
  own,
  type SharedObject,
  type SharedSystem,
  sharedDataArray,
  sharedSnapshot,
} from '../../engine/index.ts'

/** What a processor writes to its segment. */
interface Segment {
  readonly value: number
  /** How often it was updated. */
  readonly seq: number
}

interface State extends ObjectState {
  readonly i: number
  readonly n: number
  readonly argument: number
  seq: number
  /** The collect that goes on, and the one before it; empty before the first. */
  collect: readonly Segment[]
  before: readonly Segment[]
}

const variables = ({ n }: SharedSystem) => ({
  segment: sharedDataArray<Segment>(n, { initially: { value: 0, seq: 0 }, writers: own, home: own }),
})

/** Collects until two collects are the same: linearizable, but whoever updates often enough keeps a scan from its end. */
export const doubleCollect: SharedObject<State, typeof variables, 'update' | 'scan'> = {
  name: 'double-collect',
  title: 'Double collect',
  summary: 'collects all segments until two collects agree; others can keep a scan from its end',
  source:
    'Y. Afek, H. Attiya, D. Dolev, E. Gafni, M. Merritt, N. Shavit, Atomic snapshots of shared memory, 1993; Attiya & Welch, section 10.3',
  service: sharedSnapshot,
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, seq: 0, collect: [], before: [] }),

  operations: {
    scan: {
      1: (s, { segment }) => segment.at(s.collect.length).read((one) => collected(s, one)),
    },
    update: {
      1: (s, { segment }) =>
        segment.at(s.i).write({ value: s.argument, seq: s.seq + 1 }, () => {
          s.seq++
          return done
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'lock-free',

  claims: {
    'update:steps': exactly('1'),
    'solo-scan:steps': exactly('2n'),
    variables: exactly('n'),
  },
}

function collected(s: State, segment: Segment): number {
  s.collect = [...s.collect, segment]
  if (s.collect.length < s.n) return 1
  const { collect, before } = s
  const isSame = before.length > 0 && before.every(({ seq }, p) => collect[p]!.seq === seq)
  s.before = isSame ? [] : collect
  s.collect = []
  if (!isSame) return 1
  s.answer = collect.map(({ value }) => value)
  return done
}
