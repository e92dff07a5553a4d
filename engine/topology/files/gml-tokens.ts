import { decodeEntities } from './entities.ts'
import { failAt, quoted, type Source } from './source.ts'

type Token =
  | { readonly kind: '[' | ']' | 'end'; readonly offset: number }
  | { readonly kind: 'key'; readonly name: string; readonly offset: number }
  | { readonly kind: 'value'; readonly value: number | string; readonly offset: number }

const blanks = /(?:\s|#[^\n]*)*/y
const keyword = /[A-Za-z_][\w.:-]*/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?(?![\w.])/y
/** What is not a number and yet is written as one, such as +INF; the words NAN and INF are read as keys. */
const infinite = /[+-](?:inf|infinity|nan)(?![\w.])/iy
const other = /\S+/y

/** The tokens of a GML text (Himsolt 1997): keys, numbers, strings and brackets; # begins a comment. */
export function* gmlTokens(source: Source): Generator<Token, never> {
  const { text } = source
  let offset = 0
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = offset
    return pattern.exec(text)?.[0] ?? ''
  }
  for (;;) {
    offset += match(blanks).length
    const character = text[offset]
    if (character === undefined) yield { kind: 'end', offset }
    else if (character === '[' || character === ']') yield { kind: character, offset: offset++ }
    else if (character === '"') {
      const end = text.indexOf('"', offset + 1)
      if (end < 0) failAt(source, offset, 'expected a quotation mark that closes this string')
      yield { kind: 'value', value: decodeEntities(text.slice(offset + 1, end)), offset }
      offset = end + 1
    } else {
      const name = match(keyword)
      const digits = name === '' ? match(number) || match(infinite) : ''
      if (name !== '') yield { kind: 'key', name, offset }
      else if (digits !== '') yield { kind: 'value', value: Number(digits), offset }
      else
        failAt(
          source,
          offset,
          `expected a key, a number, a string or a bracket, found ${quoted(match(other))}`,
        )
      offset += name.length + digits.length
    }
  }
}
