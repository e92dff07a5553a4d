import {
  done,
  type ObjectState,
  type SharedObject,
  sharedArray,
  sharedCounter,
  sharedRegister,
  sharedVariable,
} from '../../engine/index.ts'

/** Any variables and local variables. */
type Any = ReturnType<typeof JSON.parse>

const program = (
  name: string,
  variables: SharedObject['variables'],
  initially: (input: { readonly i: number; readonly n: number }) => object,
  operations: object,
  service: object = sharedRegister(),
): SharedObject =>
  ({
    ...{
      name,
      service,
      requires: {},
      variables,
      operations,
      guarantees: 'linearizable',
      progress: 'wait-free',
    },
    initially: initially as (input: object) => Omit<ObjectState, keyof ObjectState>,
  }) as SharedObject

/** p_i, i from 1, writes one more than what is at i − 1 to i; p_0 looks from N downwards for the last place that holds 0. */
export const lastZero = program(
  'last-zero',
  ({ n }) => ({ a: sharedArray(n) }),
  ({ i, n }) => ({ i, at: n - 1, seen: 0 }),
  {
    read: {
      1: (s: Any, { a }: Any) =>
        a.at(s.at).read((value: number) => {
          if (value === 0) return done
          s.at--
          return 1
        }),
    },
    write: {
      1: (s: Any, { a }: Any) =>
        a.at(s.i - 1).read((value: number) => {
          s.seen = value
          return 2
        }),
      2: (s: Any, { a }: Any) => a.at(s.i).write(s.seen + 1, done),
    },
  },
)

/** p_0 writes, the others read. */
export const readers = program(
  'readers',
  () => ({ x: sharedVariable() }),
  () => ({}),
  {
    read: { 1: (_: Any, { x }: Any) => x.read(done) },
    write: { 1: (_: Any, { x }: Any) => x.write(42, done) },
  },
)

/** Each puts four keys into a table of 128, at the first free place from the key’s own on, by compare&swap. */
export const indexer = program(
  'indexer',
  () => ({ table: sharedArray(128, { offers: ['compareAndSwap'] }) }),
  ({ i }) => ({ i, k: 0, at: 0 }),
  {
    increment: {
      1: (s: Any, { table }: Any) => {
        const key = (s.k + 1) * 11 + s.i
        return table.at((key * 7 + s.at) % 128).compareAndSwap(0, key, (found: number) => {
          s.at = found === 0 ? 0 : s.at + 1
          s.k = found === 0 ? s.k + 1 : s.k
          return s.k === 4 ? done : 1
        })
      },
    },
    read: { 1: (_: Any, { table }: Any) => table.at(0).read(done) },
  },
  sharedCounter,
)
