import type { Value } from '../model/index.ts'

/** Whether two values are the same as data. Undefined is null, as where JSON has neither. */
export function sameValue(a: Value, b: Value): boolean {
  if (Object.is(a, b) || a === b) return true
  if (a === undefined || a === null) return b === undefined || b === null
  if (typeof a !== 'object' || typeof b !== 'object' || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, i) => sameValue(item, b[i]))
    )
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as never], b[key as never]))
  )
}

/** A text that is the same for the same values, and for no others. Throws a TypeError for what is no plain data. */
export function valueKey(value: Value): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(valueKey).join()}]`
  const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a value is no plain data: ${Object.prototype.toString.call(value)}`)
  const fields = Object.entries(value as object).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${valueKey(field)}`).join()}}`
}
