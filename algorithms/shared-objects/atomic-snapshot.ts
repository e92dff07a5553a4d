import {
  atMost,
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
  /** What its writer scanned before it wrote. */
  readonly view: readonly number[]
}

interface State extends ObjectState {
  readonly i: number
  readonly n: number
  readonly argument: number
  /** How often this processor has updated. */
  seq: number
  /** The collect that goes on, and the one before it; empty before the first. */
  collect: readonly Segment[]
  before: readonly Segment[]
  /** Who was seen to move. */
  moved: readonly number[]
  /** What an update has scanned. */
  view: readonly number[]
}

const variables = ({ n }: SharedSystem) => ({
  segment: sharedDataArray<Segment>(n, {
    initially: { value: 0, seq: 0, view: Array.from({ length: n }, () => 0) },
    writers: own,
    home: own,
  }),
})

/** All segments at one time: collects until two are the same, or somebody was seen to move twice and has scanned meanwhile. */
export const atomicSnapshot: SharedObject<State, typeof variables, 'update' | 'scan'> = {
  name: 'atomic-snapshot',
  title: 'Atomic snapshot',
  summary:
    'collects all segments until two collects agree, or borrows the scan of one who was seen to update twice',
  source:
    'Y. Afek, H. Attiya, D. Dolev, E. Gafni, M. Merritt, N. Shavit, Atomic snapshots of shared memory, 1993; Attiya & Welch, section 10.3',
  remarks: 'Sequence numbers grow without bound; the book has the form with handshake bits.',
  service: sharedSnapshot,
  requires: {},
  variables,

  initially: ({ i, n }) => ({ i, n, seq: 0, collect: [], before: [], moved: [], view: [] }),

  operations: {
    scan: {
      1: (s, { segment }) =>
        segment.at(s.collect.length).read((one) => {
          const view = collected(s, one)
          if (view === null) return 1
          s.answer = view
          return done
        }),
    },
    update: {
      1: (s, { segment }) =>
        segment.at(s.collect.length).read((one) => {
          const view = collected(s, one)
          if (view === null) return 1
          s.view = view
          return 2
        }),
      2: (s, { segment }) =>
        segment.at(s.i).write({ value: s.argument, seq: s.seq + 1, view: s.view }, () => {
          s.seq++
          s.view = []
          return done
        }),
    },
  },

  guarantees: 'linearizable',
  progress: 'wait-free',

  claims: {
    // After the first collect, each sees one of the n − 1 others move for the first time, or is the last one.
    'scan:reads': atMost('n(n + 1)'),
    'update:steps': atMost('n(n + 1) + 1'),
    'update:writes': exactly('1'),
    'solo-scan:steps': exactly('2n'),
    'solo-update:steps': exactly('2n + 1'),
    variables: exactly('n'),
  },
}

/** Takes one more segment into the collect; the view, once the scan is over, and null as long as it is not. */
function collected(s: State, segment: Segment): readonly number[] | null {
  s.collect = [...s.collect, segment]
  if (s.collect.length < s.n) return null
  const { collect, before } = s
  const movers = before.flatMap(({ seq }, p) => (collect[p]!.seq === seq ? [] : [p]))
  const twice = movers.find((p) => s.moved.includes(p))
  if (before.length > 0 && movers.length === 0)
    return ended(
      s,
      collect.map(({ value }) => value),
    )
  if (twice !== undefined) return ended(s, collect[twice]!.view)
  s.moved = [...s.moved, ...movers]
  s.before = collect
  s.collect = []
  return null
}

/** Forgets what it has collected, so that every scan begins in the same state. */
function ended(s: State, view: readonly number[]): readonly number[] {
  s.collect = []
  s.before = []
  s.moved = []
  return view
}
