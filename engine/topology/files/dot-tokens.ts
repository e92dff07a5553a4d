import { failAt, quoted, type Source } from './source.ts'

export type DotToken =
  | { readonly kind: 'id'; readonly text: string; readonly word: boolean; readonly offset: number }
  | { readonly kind: 'sign' | 'end'; readonly text: string; readonly offset: number }

/** Blanks and comments; a line that begins with # comes from a preprocessor. */
const blanks = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*|(?<=^|\n)#[^\n]*)*/y
const number = /-?(?:\.\d+|\d+(?:\.\d*)?)/y
const word = /[\p{L}_\u0080-\u{10ffff}][\p{L}\p{M}\d_\u0080-\u{10ffff}]*/uy
const string = /"((?:[^"\\]|\\[\s\S])*)"/y
const sign = /--|->|[{}[\];,=:+]/y

/** The tokens of a text in the DOT language. */
export function* dotTokens(source: Source): Generator<DotToken, never> {
  const { text } = source
  let offset = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  for (;;) {
    offset += match(blanks)?.[0].length ?? 0
    const start = offset
    if (offset >= text.length) yield { kind: 'end', text: 'the end of the file', offset }
    else if (text[offset] === '<') {
      offset = endOfHtml(source, offset)
      yield { kind: 'id', text: text.slice(start, offset), word: false, offset: start }
    } else {
      const plain = match(word)
      const found = plain ?? match(sign) ?? match(number) ?? match(string)
      if (found === null) {
        if (text[offset] === '"') failAt(source, offset, 'expected a quotation mark that closes this string')
        return failAt(source, offset, `expected a name, found ${quoted(text.slice(offset).split(/\s/)[0]!)}`)
      }
      offset += found[0].length
      const [whole, inside] = found
      if (/^(--|->|[{}[\];,=:+])$/.test(whole)) yield { kind: 'sign', text: whole, offset: start }
      else
        yield {
          kind: 'id',
          text: inside === undefined ? whole : unescaped(inside),
          word: plain !== null,
          offset: start,
        }
    }
  }
}

/** A backslash before a quotation mark or the end of a line belongs to the language, any other to the text. */
const unescaped = (text: string): string => text.replaceAll('\\\n', '').replaceAll('\\"', '"')

/** HTML strings stand in angle brackets, which may be nested. */
function endOfHtml(source: Source, start: number): number {
  let depth = 0
  for (let at = start; at < source.text.length; at++) {
    if (source.text[at] === '<') depth++
    else if (source.text[at] === '>' && --depth === 0) return at + 1
  }
  return failAt(source, start, 'expected a “>” that closes this string')
}
