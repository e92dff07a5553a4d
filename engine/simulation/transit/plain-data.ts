import { ModelError } from '../../errors.ts'
import type { Message } from '../../model/index.ts'

/** Throws a ModelError unless a message is plain data with a type; names the field. */
export function assertMessage(message: unknown): asserts message is Message {
  if (typeof message !== 'object' || message === null)
    throw new ModelError(`sends ${describe(message)}; a message is an object with a type`)
  if (isFlat(message)) return
  const problem = unplain(message, '', isPlainMessage)
  if (problem !== null)
    throw new ModelError(
      `sends ⟨${String((message as Message).type)}⟩ whose ${problem}; messages consist of texts, numbers, true, false, null, lists and plain objects`,
    )
}

/** Whether nothing but texts, numbers, true and false is in an object, as in most messages: then there is no more to look for. */
function isFlat(value: object): boolean {
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  for (const key in value) {
    const kind = typeof (value as Record<string, unknown>)[key]
    if (kind !== 'number' && kind !== 'string' && kind !== 'boolean') return false
  }
  return true
}

/** Throws a ModelError unless a state can be copied; names the field. */
export function assertState(state: unknown): asserts state is object {
  if (typeof state !== 'object' || state === null)
    throw new ModelError(`its state is ${describe(state)}; a state is an object`)
  const problem = stateProblem(state)
  if (problem !== null) throw new ModelError(problem)
}

/** Why a state cannot be copied, with the field; null if it can. */
export function stateProblem(state: object): string | null {
  const problem = unplain(state, '', isPlainState)
  return problem && `the ${problem} of its state; states are plain data, which can be copied`
}

/** Makes a message unchangeable, with all that is in it. */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freeze(part)
}

const isPlainMessage = (value: object): boolean => Array.isArray(value) || isPlainObject(value)

const isPlainState = (value: object): boolean =>
  isPlainMessage(value) || value instanceof Map || value instanceof Set || !hasMethods(value)

/** Whether an object is of a class of the user's with methods, which a copy would not have. */
function hasMethods(value: object): boolean {
  if (ArrayBuffer.isView(value)) return false
  const own = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(value))
  return Object.entries(own).some(
    ([name, { value }]) => name !== 'constructor' && typeof value === 'function',
  )
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

/** Makes those parts of states unchangeable that belong to several: processors share no memory. */
export class SharedParts {
  readonly #owners = new Map<object, object>()

  /** Adds the state of one more processor. */
  add(state: object): void {
    this.#visit(state, state)
  }

  #visit(value: unknown, owner: object): void {
    if (typeof value !== 'object' || value === null) return
    const known = this.#owners.get(value)
    if (known === undefined) {
      this.#owners.set(value, owner)
      for (const part of Object.values(value)) this.#visit(part, owner)
    } else if (known !== owner) freeze(value)
  }
}

/** The first part of a value that is not plain data: “field w is a BigInt, 5”; null if there is none. */
function unplain(
  value: unknown,
  path: string,
  isPlain: (value: object) => boolean,
  outer: readonly object[] = [],
): string | null {
  const name = path === '' ? 'content' : `field ${path}`
  if (typeof value === 'bigint' && isPlain !== isPlainState) return `${name} is ${describe(value)}`
  if (typeof value === 'function' || typeof value === 'symbol') return `${name} is ${describe(value)}`
  if (typeof value !== 'object' || value === null) return null
  if (outer.includes(value)) return isPlain === isPlainState ? null : `${name} contains itself`
  if (!isPlain(value)) return `${name} is ${describe(value)}`
  const within = [...outer, value]
  for (const [key, part] of partsOf(value)) {
    const found = unplain(part, path === '' ? key : `${path}.${key}`, isPlain, within)
    if (found !== null) return found
  }
  return null
}

function partsOf(value: object): Iterable<[string, unknown]> {
  if (ArrayBuffer.isView(value)) return []
  if (value instanceof Map) return [...value].map(([key, part]) => [String(key), part])
  if (value instanceof Set) return [...value].map((part, i) => [String(i), part])
  return Object.entries(value)
}

function describe(value: unknown): string {
  if (typeof value === 'bigint') return `a BigInt, ${value}`
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'symbol') return 'a symbol'
  if (typeof value === 'object' && value !== null)
    return `an object of class ${(value as { constructor?: { name?: string } }).constructor?.name ?? '?'}`
  return String(value)
}
