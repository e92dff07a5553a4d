import {
  type Declarations,
  type LineNumber,
  type NextWith,
  type ReadModifyWrite,
  type SharedMemoryAlgorithm,
  type SharedVariable,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'
import fc from './property.ts'

/** A line of a random program: what it does to which variable, and a table of where it goes. */
export interface RandomLine {
  readonly kind: 'read' | 'write' | 'await' | ReadModifyWrite
  readonly variable: number
  readonly argument: number
  readonly changes: number
  readonly goes: readonly LineNumber[]
}

const kinds = [
  'read',
  'write',
  'await',
  'testAndSet',
  'fetchAndAdd',
  'swap',
  'compareAndSwap',
  'modify',
] as const
const offers = ['testAndSet', 'fetchAndAdd', 'swap', 'compareAndSwap', 'modify'] as const

const lineOf = (lines: number): fc.Arbitrary<RandomLine> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    variable: fc.nat(3),
    argument: fc.nat(2),
    changes: fc.nat(3),
    goes: fc.array(fc.nat(lines), { minLength: 1, maxLength: 4 }),
  })

export const linesOf: fc.Arbitrary<readonly RandomLine[]> = fc
  .integer({ min: 1, max: 4 })
  .chain((lines) => fc.array(lineOf(lines), { minLength: lines, maxLength: lines }))

interface State {
  readonly i: number
  x: number
}

type Access = ReturnType<SharedVariable['read']>

/** The line as a function: it reads its table at what it was told and at the local variable, which it changes. */
function described(line: RandomLine, s: State, variable: SharedVariable<ReadModifyWrite>): Access {
  const { kind, argument, changes, goes } = line
  const next: NextWith = (value?: number) => {
    s.x = (s.x + changes * (value ?? 1) + 1) % 3
    return goes[(s.x + (value ?? 0)) % goes.length]!
  }
  switch (kind) {
    case 'read':
    case 'testAndSet':
      return variable[kind](next)
    case 'write':
      return variable.write((s.x + argument) % 3, goes.length === 1 ? goes[0]! : () => next(1))
    case 'await':
      return variable.await((value) => value !== argument, next)
    case 'swap':
      return variable.swap((s.i + argument) % 3, next)
    case 'fetchAndAdd':
      return variable.fetchAndAdd(argument, next)
    case 'compareAndSwap':
      return variable.compareAndSwap(argument, s.x, next)
    case 'modify':
      return variable.modify((value) => (value + argument) % 3, next)
  }
}

/**
 * Programs of random lines, over an array a[0 … n − 1] at homes of its own and a variable b with three values each, so that
 * some go out of range, and a counter c. They are no locks.
 */
export const randomLocks: fc.Arbitrary<SharedMemoryAlgorithm> = fc
  .record({ acquire: linesOf, release: linesOf, doorwayEnds: fc.option(fc.integer({ min: 1, max: 4 })) })
  .map(({ acquire, release, doorwayEnds }) => {
    const operation = (lines: readonly RandomLine[]) =>
      Object.fromEntries(
        lines.map((line, index) => [index + 1, (s: object, all: object) => lineIn(line, s, all)]),
      )
    return {
      name: 'random-lock',
      service: 'mutual exclusion',
      requires: {},
      variables: ({ n }: { n: number }): Declarations => ({
        a: sharedArray(n, { values: 3, offers, home: (index) => (index + 1) % n }),
        b: sharedVariable({ values: 3, nil: true, initially: 1, offers }),
        c: sharedVariable({ offers }),
      }),
      initially: ({ i }: { i: number }) => ({ i, x: i % 3 }),
      operations: { acquire: operation(acquire), release: operation(release) },
      ...(doorwayEnds !== null && { doorwayEnds }),
      guarantees: 'no deadlock',
    }
  })

/** The line over the variables a, b and c. */
export function lineIn(line: RandomLine, s: object, all: object): Access {
  type Any = SharedVariable<ReadModifyWrite>
  const { a, b, c } = all as { a: { at(index: number): Any }; b: Any; c: Any }
  const state = s as State
  return described(line, state, [a.at(0), a.at(state.i), b, c][line.variable]!)
}
