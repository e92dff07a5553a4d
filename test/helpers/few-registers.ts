import { done, type SharedMemoryAlgorithm, sharedArray, sharedVariable } from '../../engine/index.ts'

/** Any local variables and variables. */
type Any = ReturnType<typeof JSON.parse>

const lock = (
  name: string,
  variables: SharedMemoryAlgorithm['variables'],
  initially: (input: { readonly i: number; readonly n: number }) => object,
  acquire: object,
  release: object,
): SharedMemoryAlgorithm =>
  ({
    ...{ name, service: 'mutual exclusion', requires: {}, variables, initially },
    operations: { acquire, release },
    guarantees: 'no deadlock',
  }) as SharedMemoryAlgorithm

/** One register: wait until it is 0, write one’s own number, look whether it is still there. */
export const oneRegister = lock(
  'one-register',
  () => ({ x: sharedVariable() }),
  ({ i }) => ({ i }),
  {
    1: (_: Any, { x }: Any) => x.await((value: number) => value === 0, 2),
    2: (s: Any, { x }: Any) => x.write(s.i + 1, 3),
    3: (s: Any, { x }: Any) => x.read((value: number) => (value === s.i + 1 ? done : 1)),
  },
  { 1: (_: Any, { x }: Any) => x.write(0, done) },
)

/** The bits of the lock with one bit each, but the last two share one, which they wait for: n − 1 registers. */
export const sharedBit = lock(
  'shared-bit',
  ({ n }) => ({ b: sharedArray(n - 1, { values: 2 }) }),
  ({ i, n }) => ({ n, own: Math.min(i, n - 2), j: 0 }),
  {
    1: (s: Any, { b }: Any) => b.at(s.own).await((bit: number) => bit === 0, 2),
    2: (s: Any, { b }: Any) => b.at(s.own).write(1, () => (s.own > 0 ? 3 : larger(s, 1))),
    3: (s: Any, { b }: Any) =>
      b.at(s.j).read((bit: number) => {
        if (bit === 1) return 4
        s.j++
        return s.j < s.own ? 3 : larger(s, s.own + 1)
      }),
    4: (s: Any, { b }: Any) => b.at(s.own).write(0, 5),
    5: (s: Any, { b }: Any) =>
      b.at(s.j).await(
        (bit: number) => bit === 0,
        () => {
          s.j = 0
          return 1
        },
      ),
    6: (s: Any, { b }: Any) =>
      b.at(s.j).await(
        (bit: number) => bit === 0,
        () => larger(s, s.j + 1),
      ),
  },
  { 1: (s: Any, { b }: Any) => b.at(s.own).write(0, done) },
)

/** The next of the larger bits to wait for, or in. */
function larger(s: { readonly n: number; j: number }, next: number): number {
  s.j = next < s.n - 1 ? next : 0
  return next < s.n - 1 ? 6 : done
}

/** Enters without a trace. */
export const traceless = lock(
  'traceless',
  () => ({ x: sharedVariable({ values: 2 }) }),
  () => ({}),
  { 1: (_: Any, { x }: Any) => x.read(done) },
  { 1: (_: Any, { x }: Any) => x.read(done) },
)

/** Waits for what nobody writes. */
export const nobodyEnters = lock(
  'nobody-enters',
  () => ({ x: sharedVariable({ values: 2 }) }),
  () => ({}),
  { 1: (_: Any, { x }: Any) => x.await((value: number) => value === 1, done) },
  { 1: (_: Any, { x }: Any) => x.read(done) },
)
