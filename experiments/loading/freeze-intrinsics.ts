/**
 * Makes what JavaScript itself provides unchangeable: an algorithm that replaces `Math.log` or adds to `Object.prototype`
 * would change the runs of others, and its own from one to the next. What it tries throws, so that it is named.
 */
export function freezeIntrinsics(): void {
  if (Object.isFrozen(Math)) return
  for (const name of assignedOnInstances) letInstancesAssign(prototypeOf(name))
  const seen = new Set<object>()
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = Object.getOwnPropertyDescriptor(globalThis, name)!.value as unknown
    if (isIntrinsic(name) && isObject(value)) freezeAll(value, seen)
  }
  for (const hidden of hiddenIntrinsics()) freezeAll(hidden, seen)
  for (const name of Object.getOwnPropertyNames(globalThis)) if (isIntrinsic(name)) lock(globalThis, name)
}

/** Of the language, not of Node or the web: those are upper-case names that Node keeps in a plain property. */
const languageNames = new Set(
  `Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Promise Proxy Map Set WeakMap WeakSet
  WeakRef FinalizationRegistry Date RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError
  URIError ArrayBuffer SharedArrayBuffer DataView Atomics Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array Intl parseInt parseFloat isNaN isFinite
  encodeURI encodeURIComponent decodeURI decodeURIComponent NaN Infinity undefined`.split(/\s+/),
)

const isIntrinsic = (name: string): boolean => languageNames.has(name)

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'

/** Those that no name leads to: of iterators, generators and async functions. */
function hiddenIntrinsics(): object[] {
  const samples: object[] = [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    ''.matchAll(/a/g),
    function* () {},
    async () => undefined,
    async function* () {},
  ]
  return samples.flatMap((sample) => {
    const chain: object[] = []
    for (let at = Object.getPrototypeOf(sample) as object | null; at; at = Object.getPrototypeOf(at))
      chain.push(at)
    return chain
  })
}

/** Freezes an object and whatever its properties and prototypes lead to. */
function freezeAll(root: object, seen: Set<object>): void {
  const left = [root]
  for (let object = left.pop(); object !== undefined; object = left.pop()) {
    if (seen.has(object) || object === globalThis) continue
    seen.add(object)
    // Arrays of bytes cannot be frozen while they have elements; none is an intrinsic.
    if (!ArrayBuffer.isView(object)) Object.freeze(object)
    const prototype = Object.getPrototypeOf(object) as object | null
    if (prototype !== null) left.push(prototype)
    for (const descriptor of Object.values(Object.getOwnPropertyDescriptors(object)))
      for (const value of [descriptor.value, descriptor.get, descriptor.set] as unknown[])
        if (isObject(value)) left.push(value)
  }
}

function lock(object: object, name: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(object, name)!
  if (descriptor.configurable)
    Object.defineProperty(object, name, { ...descriptor, configurable: false, writable: false })
}

/** Prototypes whose properties are often assigned on instances, as in `this.name = 'MyError'`. */
const assignedOnInstances = ['Object', 'Function', 'Error', 'TypeError', 'RangeError', 'SyntaxError'] as const

const prototypeOf = (name: (typeof assignedOnInstances)[number]): object =>
  globalThis[name].prototype as object

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
        Object.defineProperty(this, name, {
          value: assigned,
          writable: true,
          enumerable: true,
          configurable: true,
        })
      },
      enumerable,
      configurable: false,
    })
  }
}
