import { type Entry, entryTypes } from './entry.ts'

/** The entry that an object in a file stands for; a text says what is wrong with it. */
export function entryIn(fields: unknown, line: number): Entry | string {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return 'expected an object'
  const { process: processor, type, f, key, value, time, error } = fields as Readonly<Record<string, unknown>>
  if (!isNatural(processor)) return `process must be a natural number, found ${shown(processor)}`
  const known = entryTypes.find((each) => each === type)
  if (known === undefined) return `type must be one of ${entryTypes.join(', ')}, found ${shown(type)}`
  if (typeof f !== 'string' || f === '')
    return `f must be the name of what is asked or put out, found ${shown(f)}`
  if (time !== undefined && (typeof time !== 'number' || !Number.isFinite(time)))
    return `time must be a number, found ${shown(time)}`
  if (key !== undefined && key !== null && typeof key === 'object')
    return `key must be a text or a number, found ${shown(key)}`
  return {
    line,
    process: processor,
    type: known,
    f,
    key: key === undefined || key === null ? undefined : String(key),
    value,
    time,
    hasError: error !== undefined && error !== null,
  }
}

const isNatural = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const shown = (value: unknown): string =>
  value === undefined ? 'none' : (JSON.stringify(value) ?? String(value)).slice(0, 40)
