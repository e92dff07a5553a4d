/**
 * The fast form of variables: what lines call. All variables of a run describe their accesses in one record, so that a
 * step makes no object of its own. A line that describes two accesses is found by their count.
 */
import { ModelError } from '../../errors.ts'
import type {
  Access,
  Declarations,
  LocalCoin,
  Next,
  NextWith,
  ReadModifyWrites,
  SharedRegister,
  Variables,
} from '../model/index.ts'
import { DataHandle } from './data-handle.ts'
import type { Layout } from './layout.ts'

/** Kinds of access as numbers, for the loop. */
export const kindNumbers = {
  read: 0,
  await: 1,
  write: 2,
  testAndSet: 3,
  fetchAndAdd: 4,
  swap: 5,
  compareAndSwap: 6,
  modify: 7,
  flip: 8,
} as const satisfies Readonly<Record<Access['kind'], number>>

const never = (): boolean => false
const same = (value: number): number => value

/** The access that was described last. */
export class Described implements Access {
  kind: Access['kind'] = 'read'
  code: number = kindNumbers.read
  variable = 0
  /** What is written, added or swapped in. */
  value = 0
  expected = 0
  condition: (value: number) => boolean = never
  change: (value: number) => number = same
  next: Next | NextWith = 0
  /** How many accesses were described since this was set to 0. */
  count = 0
}

/** What a read-modify-write operation leaves in a variable that held `before`. */
export function modified({ code, value, expected, change }: Described, before: number): number {
  switch (code) {
    case kindNumbers.testAndSet:
    case kindNumbers.swap:
      return value
    case kindNumbers.fetchAndAdd:
      return before + value
    case kindNumbers.compareAndSwap:
      return before === expected ? value : before
    default:
      return change(before)
  }
}

/** A shared variable that describes accesses to itself. */
class Handle implements SharedRegister, ReadModifyWrites {
  readonly #access: Described
  readonly #variable: number

  constructor(access: Described, variable: number) {
    this.#access = access
    this.#variable = variable
  }

  read(next: NextWith): Access {
    return this.#describe('read', kindNumbers.read, 0, next)
  }

  await(condition: (value: number) => boolean, next: NextWith): Access {
    this.#access.condition = condition
    return this.#describe('await', kindNumbers.await, 0, next)
  }

  write(value: number, next: Next): Access {
    return this.#describe('write', kindNumbers.write, value, next)
  }

  testAndSet(next: NextWith): Access {
    return this.#describe('testAndSet', kindNumbers.testAndSet, 1, next)
  }

  fetchAndAdd(amount: number, next: NextWith): Access {
    return this.#describe('fetchAndAdd', kindNumbers.fetchAndAdd, amount, next)
  }

  swap(value: number, next: NextWith): Access {
    return this.#describe('swap', kindNumbers.swap, value, next)
  }

  compareAndSwap(expected: number, value: number, next: NextWith): Access {
    this.#access.expected = expected
    return this.#describe('compareAndSwap', kindNumbers.compareAndSwap, value, next)
  }

  modify(change: (value: number) => number, next: NextWith): Access {
    this.#access.change = change
    return this.#describe('modify', kindNumbers.modify, 0, next)
  }

  #describe(kind: Access['kind'], code: number, value: number, next: Next | NextWith): Access {
    return described(this.#access, kind, code, this.#variable, value, next)
  }
}

/** A coin that describes flips of itself. */
class CoinHandle implements LocalCoin {
  readonly #access: Described
  readonly #variable: number

  constructor(access: Described, variable: number) {
    this.#access = access
    this.#variable = variable
  }

  flip(next: NextWith): Access {
    return described(this.#access, 'flip', kindNumbers.flip, this.#variable, 0, next)
  }
}

function described(
  access: Described,
  kind: Access['kind'],
  code: number,
  variable: number,
  value: number,
  next: Next | NextWith,
): Access {
  access.kind = kind
  access.code = code
  access.variable = variable
  access.value = value
  access.next = next
  access.count++
  return access
}

/** An array of variables. */
class HandleArray<H> {
  readonly #name: string
  readonly #elements: readonly H[]

  constructor(name: string, elements: readonly H[]) {
    this.#name = name
    this.#elements = elements
  }

  at(index: number): H {
    const element = this.#elements[index]
    if (element === undefined)
      throw new ModelError(
        `uses ${this.#name}[${index}], which is not declared; there are ${this.#elements.length} elements from 0`,
      )
    return element
  }
}

/** The variables of a layout, describing their accesses in `access`. */
export function handlesFor({ names, data }: Layout, access: Described): Variables<Declarations> {
  const handles: Record<string, unknown> = {}
  for (const { name, first, declaration } of names) {
    if (declaration.isCoin === true) {
      handles[name] = new CoinHandle(access, first)
      continue
    }
    const numbers = Array.from({ length: declaration.length }, (_, i) => new Handle(access, first + i))
    const holdsData = declaration.data !== undefined
    const elements = holdsData ? numbers.map((handle) => new DataHandle(handle, data)) : numbers
    handles[name] = declaration.isArray ? new HandleArray<Handle | DataHandle>(name, elements) : elements[0]
  }
  return handles as unknown as Variables<Declarations>
}
