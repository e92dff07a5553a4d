/** What JavaScript itself provides. */

/** Of the language, not of Node or the web. */
const languageNames =
  `Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Promise Proxy Map Set
  WeakMap WeakSet WeakRef FinalizationRegistry Date RegExp Error AggregateError EvalError RangeError ReferenceError
  SyntaxError TypeError URIError ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray
  Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Intl parseInt
  parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI decodeURIComponent`.split(/\s+/)

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** All objects that the language's names lead to, each with one of its names, such as Array.prototype.map. */
function intrinsics(): Map<object, string> {
  const found = new Map<object, string>()
  const left: [object, string][] = [...hidden()]
  for (const name of languageNames) left.push([(globalThis as never)[name] as object, name])
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [object, name] = next
    if (found.has(object) || object === globalThis) continue
    found.set(object, name)
    const prototype = Object.getPrototypeOf(object) as object | null
    if (prototype !== null) left.push([prototype, `the prototype of ${name}`])
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(object, key)!
      for (const inner of [value, get, set] as unknown[])
        if (isObject(inner)) left.push([inner, `${name}.${String(key)}`])
    }
  }
  return found
}

/** Those that no name leads to: of iterators, generators and async functions. */
function* hidden(): Generator<[object, string]> {
  const samples = [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/a/g),
    function* () {},
    async () => undefined,
    async function* () {},
  ]
  for (const sample of samples) yield [Object.getPrototypeOf(sample) as object, 'an iterator']
}

/** Makes all of it unchangeable, in this thread. What tries to change it throws. */
export function freezeIntrinsics(): void {
  if (!Object.isExtensible(Math)) return
  for (const name of assignedOnInstances) letInstancesAssign(globalThis[name].prototype as object)
  for (const object of intrinsics().keys())
    fix(object, object === Math ? 'random' : object === Date ? 'now' : null)
  for (const name of languageNames)
    Object.defineProperty(globalThis, name, { configurable: false, writable: false })
}

/**
 * Makes an object unchangeable, but for one property: of chance and the clock, executions themselves take the place, and
 * who asks them is named. What `Object.freeze` would make of prototypes is the same, but V8 then runs everything that
 * makes objects or typed arrays four times as slowly.
 */
function fix(object: object, open: string | null): void {
  for (const key of Reflect.ownKeys(object)) {
    const { configurable, writable } = Object.getOwnPropertyDescriptor(object, key)!
    if (key === open || (!configurable && !writable)) continue
    Reflect.defineProperty(object, key, { configurable: false, ...(writable && { writable: false }) })
  }
  Object.preventExtensions(object)
  makeFast(object)
}

/**
 * An object whose properties were redefined is a hash table to V8, and each `Math.floor` a search in it: short runs took twice as
 * long. Where a prototype is looked into, V8 makes an object with fixed places of it again.
 */
function makeFast(prototype: object): void {
  const heir = Object.create(prototype) as { readonly none?: unknown }
  for (let i = 0; i < looksNeeded; i++) void heir.none
}

/** So many times V8 looks on before it does. */
const looksNeeded = 10

/** Prototypes whose properties are often assigned on instances, as in `this.name = 'MyError'`. */
const assignedOnInstances = ['Object', 'Function', 'Error', 'TypeError', 'RangeError', 'SyntaxError'] as const

/**
 * Where a prototype's property cannot be written, no instance can be given one of that name by assignment. Accessors
 * in place of the properties allow that again, and on the prototype itself nothing.
 */
function letInstancesAssign(prototype: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (!('value' in descriptor) || !descriptor.configurable || !descriptor.writable) continue
    const { value, enumerable } = descriptor as { value: unknown; enumerable: boolean }
    Object.defineProperty(prototype, name, {
      get: () => value,
      set(this: object, assigned: unknown) {
        if (this === prototype) throw new TypeError(`${name} of what JavaScript provides cannot be changed`)
        const own = { value: assigned, writable: true, enumerable: true, configurable: true }
        Object.defineProperty(this, name, own)
      },
      enumerable,
      configurable: false,
    })
  }
}

/** The properties of an object, each with the names and values that it has in one moment. */
interface Look {
  readonly object: object
  readonly name: string
  readonly keys: readonly (string | symbol)[]
  readonly descriptors: readonly PropertyDescriptor[]
}

/**
 * Looks at all of it now; the function that it returns says what has been changed since, or null, and puts it right. It
 * iterates over nothing but by index: iterators may be what has been changed.
 */
export function watchIntrinsics(): () => string | null {
  const looks: Look[] = []
  for (const [object, name] of intrinsics()) looks.push(lookAt(object, name))
  const globals = languageNames.map((name) => (globalThis as never)[name] as unknown)
  return () => {
    let changed: string | null = null
    for (let i = 0; i < globals.length; i++) {
      const name = languageNames[i]!
      if ((globalThis as never)[name] === globals[i]) continue
      changed ??= name
      ;(globalThis as Record<string, unknown>)[name] = globals[i]
    }
    for (let i = 0; i < looks.length; i++) changed = restored(looks[i]!) ?? changed
    return changed
  }
}

function lookAt(object: object, name: string): Look {
  const keys = Reflect.ownKeys(object)
  return { object, name, keys, descriptors: keys.map((key) => Object.getOwnPropertyDescriptor(object, key)!) }
}

/** The name of a property that was other than before, or new; null if there was none. */
function restored({ object, name, keys, descriptors }: Look): string | null {
  let changed: string | null = null
  for (let i = 0; i < keys.length; i++) {
    const now = Object.getOwnPropertyDescriptor(object, keys[i]!)
    const before = descriptors[i]!
    if (
      now !== undefined &&
      Object.is(now.value, before.value) &&
      now.get === before.get &&
      now.set === before.set
    )
      continue
    changed ??= `${name}.${String(keys[i])}`
    Reflect.defineProperty(object, keys[i]!, before)
  }
  const now = Reflect.ownKeys(object)
  for (let i = 0; i < now.length; i++) {
    if (keys.includes(now[i]!)) continue
    changed ??= `${name}.${String(now[i])}`
    Reflect.deleteProperty(object, now[i]!)
  }
  return changed
}
