import type { Operation } from './operations.ts'

/** A value as people write it: texts without quotation marks where they are words, nil for nothing, long ones cut. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return 'nil'
  if (typeof value === 'string') return cut(/^[\w.:-]+$/.test(value) ? value : JSON.stringify(value))
  if (Array.isArray(value)) return cut(`[${value.map(valueText).join(', ')}]`)
  return cut(JSON.stringify(value))
}

/** Both ends of what is long say more than its beginning. */
function cut(text: string): string {
  const characters = [...text]
  if (characters.length <= 40) return text
  return `${characters.slice(0, 18).join('')} … ${characters.slice(-18).join('')}`
}

/** What is asked: “write(1)”, “x.read”. */
export function askedText({ object, operation, argument }: Operation): string {
  const name = object === '' ? operation : `${valueText(object)}.${operation}`
  return argument === undefined || argument === null ? name : `${name}(${valueText(argument)})`
}

/** “a, b and c”. */
export const enumerated = (words: readonly string[], link = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1)}`
