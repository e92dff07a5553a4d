/**
 * A text that two pieces of plain data share just if they are equal, whatever the order of their keys. Throws a
 * TypeError if there is something else than plain data in it, such as a function, and a RangeError if it is a cycle.
 */
export function canonicalText(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'string':
      return JSON.stringify(value)
    case 'boolean':
    case 'undefined':
      return String(value)
    case 'object':
      return value === null ? 'null' : canonicalObject(value)
    default:
      throw new TypeError(`a ${typeof value} is no plain data`)
  }
}

function canonicalObject(value: object): string {
  if (Array.isArray(value)) {
    let text = '['
    // A hole reads as undefined and is taken for it, as algorithms do.
    for (let i = 0; i < value.length; i++) text += `${canonicalText(value[i])},`
    return `${text}]`
  }
  if (value instanceof Map) return `Map${canonicalEntries([...value])}`
  if (value instanceof Set) return `Set${canonicalEntries([...value].map((item) => [item, true]))}`
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}[${String(value)}]`
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a ${value.constructor.name} is no plain data`)
  return canonicalEntries(Object.entries(value))
}

const canonicalEntries = (entries: readonly (readonly [unknown, unknown])[]): string =>
  `{${entries
    .map(([key, value]) => `${canonicalText(key)}:${canonicalText(value)}`)
    .sort()
    .join()}}`
