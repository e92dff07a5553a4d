/** What is wrong with data that should be plain: the first thing in it that is not, and where. */
interface NotPlain {
  /** The fields that lead to it. */
  readonly path: readonly string[]
  /** As a noun: a function, a Date. */
  readonly what: string
}

/**
 * What plain data cannot hold, if there is something: functions, symbols, BigInts, instances of classes, cycles. Maps,
 * sets and typed arrays of plain data are plain.
 */
export function findNotPlain(
  value: unknown,
  path: readonly string[] = [],
  above: readonly object[] = [],
): NotPlain | null {
  if (typeof value === 'function' || typeof value === 'symbol') return { path, what: `a ${typeof value}` }
  if (typeof value === 'bigint') return { path, what: 'a BigInt' }
  if (typeof value !== 'object' || value === null || isNumbers(value)) return null
  if (above.includes(value)) return { path, what: 'a cycle' }
  for (const [name, inner] of partsOf(value) ?? []) {
    const found = findNotPlain(inner, [...path, name], [...above, value])
    if (found !== null) return found
  }
  return partsOf(value) === null ? { path, what: `a ${value.constructor.name}` } : null
}

/** The objects that data consists of, itself included, with the fields that lead there. */
export function* objectsIn(
  value: unknown,
  path: readonly string[] = [],
): Generator<readonly [object, readonly string[]]> {
  if (typeof value !== 'object' || value === null) return
  yield [value, path]
  if (isNumbers(value)) return
  for (const [name, inner] of partsOf(value) ?? [])
    if (typeof inner === 'object') yield* objectsIn(inner, [...path, name])
}

/** A copy of plain data in which what `kept` has is not copied. Fields that share an object share its copy. */
export function copyExcept<T>(
  value: T,
  kept: { has(object: object): boolean },
  copies = new Map<object, object>(),
): T {
  if (typeof value !== 'object' || value === null || kept.has(value)) return value
  const known = copies.get(value)
  if (known !== undefined) return known as T
  const copy = (inner: unknown): unknown => copyExcept(inner, kept, copies)
  if (isNumbers(value)) return structuredClone(value)
  const target: object = Array.isArray(value)
    ? []
    : value instanceof Map
      ? new Map()
      : value instanceof Set
        ? new Set()
        : {}
  copies.set(value, target)
  if (value instanceof Map)
    for (const [key, inner] of value) (target as Map<unknown, unknown>).set(copy(key), copy(inner))
  else if (value instanceof Set) for (const inner of value) (target as Set<unknown>).add(copy(inner))
  else if (Array.isArray(value)) for (const inner of value) (target as unknown[]).push(copy(inner))
  else
    for (const [key, inner] of Object.entries(value)) (target as Record<string, unknown>)[key] = copy(inner)
  return target as T
}

const isNumbers = (value: object): boolean => ArrayBuffer.isView(value)

/** The parts of an object by name; null if it is no plain object, array, map or set. */
function partsOf(value: object): Iterable<readonly [string, unknown]> | null {
  if (value instanceof Map)
    return [...value].flatMap(
      ([key, inner]) =>
        [
          ['a key', key],
          [String(key), inner],
        ] as const,
    )
  if (value instanceof Set) return [...value].map((inner) => ['an element', inner] as const)
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
    ? Object.entries(value)
    : null
}
