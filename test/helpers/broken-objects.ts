import {
  atomicSnapshot,
  casCounter,
  doubleCollect,
  michaelScottQueue,
  registerKvaluedBinary,
  registerKvaluedRegular,
  registerMwmr,
  registerSwmrRegular,
  treiberStack,
} from '../../algorithms/index.ts'
import {
  type Access,
  done,
  own,
  type SharedObject,
  type SharedSystem,
  type SharedVariable,
  sharedArray,
  sharedSnapshot,
} from '../../engine/index.ts'

/** Any variables and local variables, for variants that replace single lines of objects of the catalogue. */
type Any = ReturnType<typeof JSON.parse>

/** An object of the catalogue with some of its lines replaced; it promises what it did, unless it says otherwise. */
const variant = (
  object: Any,
  name: string,
  lines: Readonly<Record<string, Readonly<Record<number, (s: Any, variables: Any) => Access>>>>,
  changes: Partial<SharedObject> = {},
): SharedObject => ({
  ...object,
  name,
  operations: Object.fromEntries(
    Object.entries(object.operations as object).map(([key, given]) => [key, { ...given, ...lines[key] }]),
  ),
  ...changes,
})

/** Said to be atomic, though a read does not look whether a smaller value is newer. */
export const kvaluedWithoutWayDown = variant(
  registerKvaluedRegular,
  'kvalued-without-way-down',
  {},
  {
    guarantees: 'linearizable',
  },
)

/** Said to be regular, though a read can see one digit of each of two numbers. */
export const binaryAsRegular = variant(
  registerKvaluedBinary,
  'binary-as-regular',
  {},
  { guarantees: 'regular' },
)

/** Said to be atomic, though readers do not tell each other what they have read. */
export const swmrWithSilentReaders = variant(
  registerSwmrRegular,
  'swmr-with-silent-readers',
  {},
  {
    guarantees: 'linearizable',
  },
)

/** A writer takes the time after its own last write, whatever others have written. */
export const mwmrWithOwnTimes = variant(registerMwmr, 'mwmr-with-own-times', {
  write: {
    1: (s, { written }) =>
      written.at(s.i).read((seen: Any) => {
        s.latest = seen
        return 2
      }),
  },
})

/** A scan that collects once. */
export const singleCollect = variant(doubleCollect, 'single-collect', {
  scan: {
    1: (s, { segment }) =>
      segment.at(s.collect.length).read((one: Any) => {
        s.collect = [...s.collect, one]
        if (s.collect.length < s.n) return 1
        s.answer = s.collect.map(({ value }: Any) => value)
        s.collect = []
        return done
      }),
  },
})

/** A scan borrows the view of one who was seen to move once: that may be older than the scan. */
export const hastySnapshot = variant(atomicSnapshot, 'hasty-snapshot', {
  scan: {
    1: (s, { segment }) =>
      segment.at(s.collect.length).read((one: Any) => {
        s.collect = [...s.collect, one]
        if (s.collect.length < s.n) return 1
        const { collect, before } = s
        const mover = before.findIndex(({ seq }: Any, p: number) => collect[p].seq !== seq)
        s.before = before.length === 0 ? collect : []
        s.collect = []
        if (before.length === 0) return 1
        s.answer = mover < 0 ? collect.map(({ value }: Any) => value) : collect[mover].view
        return done
      }),
  },
})

interface ValuesState {
  argument: number
  answer: unknown
  readonly i: number
  readonly n: number
  collect: readonly number[]
  before: readonly number[]
}

/** A double collect that compares values, without numbers of updates: finite, but a value that comes back deceives it. */
export const doubleCollectOfValues: SharedObject = {
  name: 'double-collect-of-values',
  service: sharedSnapshot,
  requires: {},
  variables: ({ n }: SharedSystem) => ({ segment: sharedArray(n, { writers: own }) }),
  initially: ({ i, n }) => ({ i, n, collect: [], before: [] }),
  operations: {
    update: { 1: (s: Any, { segment }: Any) => segment.at(s.i).write(s.argument, done) },
    scan: {
      1: (s: Any, { segment }: Any) => {
        const state = s as ValuesState
        const one = segment.at(state.collect.length) as SharedVariable
        return one.read((value) => {
          state.collect = [...state.collect, value]
          if (state.collect.length < state.n) return 1
          const { collect, before } = state
          const isSame = before.length > 0 && before.every((old, p) => old === collect[p])
          state.before = isSame ? [] : collect
          state.collect = []
          if (!isSame) return 1
          state.answer = collect
          return done
        })
      },
    },
  } as SharedObject['operations'],
  guarantees: 'linearizable',
  progress: 'lock-free',
}

/** Treiber's stack with nodes that are used again, oldest first: a compare&swap finds the top that it expects, but another stack. */
export const treiberWithReuse: SharedObject = {
  ...variant(treiberStack, 'treiber-with-reuse', {
    push: {
      4: (s, { top }) =>
        top.compareAndSwap(s.first, s.node, (found: number) => {
          if (found !== s.first) return 2
          const [again, ...rest] = s.free
          s.used = again === undefined ? s.used + 1 : s.used
          s.node = again ?? s.base + s.used
          s.free = rest
          return ended(s)
        }),
    },
    pop: {
      4: (s, { value }) =>
        value.at(s.first).read((popped: number) => {
          s.answer = popped
          s.free = [...s.free, s.first]
          const isFresh = s.node === s.base + s.used
          if (isFresh) [s.node, s.free] = [s.free[0], [...s.free.slice(1)]]
          return ended(s)
        }),
    },
  }),
  initially: ({ i, operations = 1 }) => ({
    node: i * operations,
    base: i * operations,
    used: 0,
    free: [],
    first: -1,
    below: -1,
  }),
}

function ended(s: { first: number; below: number }): number {
  s.first = -1
  s.below = -1
  return done
}

/** A queue in which nobody helps: who finds the tail behind waits until its owner has moved it. */
export const queueWithoutHelp = variant(michaelScottQueue, 'queue-without-help', {
  enqueue: {
    3: (s, { next }) =>
      next.at(s.last).read((after: number) => {
        s.next = after
        return after === -1 ? 4 : 2
      }),
  },
})

/** A counter that is written where it should be exchanged. */
export const counterWritten = variant(casCounter, 'counter-written', {
  increment: {
    2: (s, { count }) =>
      count.write(s.seen + 1, () => {
        s.seen = 0
        return done
      }),
  },
})
