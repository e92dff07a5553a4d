import {
  type Declarations,
  type LocalCoin,
  localCoin,
  type ObjectState,
  type SharedObject,
  type SharedVariable,
  sharedArray,
  sharedData,
  sharedRegister,
  sharedVariable,
} from '../../engine/index.ts'
import fc from './property.ts'
import { lineIn, linesOf, type RandomLine } from './random-lock.ts'

interface State extends ObjectState {
  readonly i: number
  x: number
}

const offers = ['testAndSet', 'fetchAndAdd', 'swap', 'compareAndSwap', 'modify'] as const

type Pair = { readonly first: number; readonly list: readonly number[] }

/**
 * Objects of random lines, as `randomLocks` has them, with a variable that holds data and a coin beside. They answer with their
 * local variable, and are registers in name only.
 */
const objects = (withCoin: boolean): fc.Arbitrary<SharedObject> =>
  fc
    .record({ read: linesOf, write: linesOf, data: fc.nat(3), coin: fc.nat(7) })
    .map(({ read, write, data, coin }) => {
      const operation = (lines: readonly RandomLine[]) =>
        Object.fromEntries(
          lines.map((line, index) => [
            index + 1,
            (s: State, all: object) =>
              index === data
                ? ofData(line, s, all)
                : withCoin && index === coin
                  ? flips(line, s, all)
                  : lineIn(line, s, all),
          ]),
        )
      return {
        name: 'random-object',
        service: sharedRegister({ values: 3 }),
        requires: {},
        variables: ({ n, operations = 0 }): Declarations => ({
          a: sharedArray(n, { values: 3, offers, home: (index) => (index + 1) % n }),
          b: sharedVariable({ values: 3, nil: true, initially: 1, offers }),
          c: sharedVariable({ offers, initially: operations }),
          d: sharedData({
            initially: { first: 0, list: [] } as Pair,
            offers: ['swap', 'compareAndSwap', 'modify'],
          }),
          ...(withCoin && { e: localCoin(3) }),
        }),
        initially: ({ i }) => ({ i, x: i % 3 }),
        operations: { read: operation(read), write: operation(write) },
        guarantees: 'linearizable',
        progress: 'blocking',
      } as SharedObject
    })

export const randomObjects = objects(true)

/** The same without the coin. */
export const randomObjectsWithoutCoin = objects(false)

type DataVariable = SharedVariable<'swap' | 'compareAndSwap' | 'modify', Pair>

/** A line that flips a coin of three sides; where it goes depends on what came up. */
const flips = ({ goes }: RandomLine, s: State, all: object) =>
  (all as { e: LocalCoin }).e.flip((side) => {
    s.x = side
    return goes[side % goes.length]!
  })

/** A line that accesses the variable which holds data; what it is told goes into the answer. */
function ofData({ kind, argument, goes }: RandomLine, s: State, all: object) {
  const { d } = all as { d: DataVariable }
  const value: Pair = { first: s.x, list: [argument, Number(s.argument ?? 2)] }
  const next = (told?: Pair) => {
    s.answer = told ?? value
    s.x = (s.x + (told?.first ?? 1)) % 3
    return goes[s.x % goes.length]!
  }
  if (kind === 'read') return d.read(next)
  if (kind === 'await') return d.await(({ list }) => list.length === argument, next)
  if (kind === 'swap') return d.swap(value, next)
  if (kind === 'compareAndSwap') return d.compareAndSwap({ first: argument, list: [] }, value, next)
  if (kind === 'modify') return d.modify(({ first, list }) => ({ first, list: list.toReversed() }), next)
  return d.write(value, () => next())
}
