import { ModelError } from '../../errors.ts'
import { accesses, noAccess } from '../memory/faults.ts'
import type { Access, Declarations, LineNumber, Next, NextWith, Variables } from '../model/index.ts'

/** An access as a value. */
export type DescribedAccess = {
  readonly variable: string
  readonly next: Next | NextWith<unknown>
} & (
  | { readonly kind: 'read' | 'testAndSet' | 'flip' }
  | { readonly kind: 'await'; readonly condition: (value: unknown) => boolean }
  | { readonly kind: 'write' | 'swap'; readonly value: unknown }
  | { readonly kind: 'fetchAndAdd'; readonly amount: number }
  | { readonly kind: 'compareAndSwap'; readonly expected: unknown; readonly value: unknown }
  | { readonly kind: 'modify'; readonly change: (value: unknown) => unknown }
)

/** The one access that a line makes in a state. Throws a ModelError if it makes none, or several. */
export function describe(
  line: (state: object, variables: Variables<Declarations>) => Access,
  state: object,
  declarations: Declarations,
): DescribedAccess {
  const made: DescribedAccess[] = []
  const before = JSON.stringify(state)
  const returned = line(state, variablesFor(declarations, made))
  if (made.length > 1) throw new ModelError(accesses(made.length))
  if (made.length === 0 || (returned as object) !== made[0]) throw new ModelError(noAccess)
  if (JSON.stringify(state) !== before)
    throw new ModelError('changes its state before its access; local computation comes after it')
  return made[0]!
}

/** The line after an access that was told a value. */
export const lineAfter = ({ next }: DescribedAccess, value: unknown): LineNumber =>
  typeof next === 'number' ? next : (next as (value: unknown) => LineNumber)(value)

/** Variables that note the accesses described. */
function variablesFor(declarations: Declarations, made: DescribedAccess[]): Variables<Declarations> {
  const variable = (name: string) => {
    const note = (access: DescribedAccess): DescribedAccess => {
      made.push(access)
      return access
    }
    return {
      read: (next: NextWith<unknown>) => note({ kind: 'read', variable: name, next }),
      write: (value: unknown, next: Next) => note({ kind: 'write', variable: name, value, next }),
      await: (condition: (value: unknown) => boolean, next: NextWith<unknown>) =>
        note({ kind: 'await', variable: name, condition, next }),
      testAndSet: (next: NextWith<unknown>) => note({ kind: 'testAndSet', variable: name, next }),
      fetchAndAdd: (amount: number, next: NextWith<unknown>) =>
        note({ kind: 'fetchAndAdd', variable: name, amount, next }),
      swap: (value: unknown, next: NextWith<unknown>) => note({ kind: 'swap', variable: name, value, next }),
      compareAndSwap: (expected: unknown, value: unknown, next: NextWith<unknown>) =>
        note({ kind: 'compareAndSwap', variable: name, expected, value, next }),
      modify: (change: (value: unknown) => unknown, next: NextWith<unknown>) =>
        note({ kind: 'modify', variable: name, change, next }),
    }
  }
  const coin = (name: string) => ({
    flip(next: NextWith<unknown>): DescribedAccess {
      made.push({ kind: 'flip', variable: name, next })
      return made.at(-1)!
    },
  })
  const all = Object.entries(declarations).map(([name, { isArray, isCoin }]) => [
    name,
    isArray
      ? { at: (index: number) => variable(`${name}[${index}]`) }
      : isCoin === true
        ? coin(name)
        : variable(name),
  ])
  return Object.fromEntries(all) as Variables<Declarations>
}
