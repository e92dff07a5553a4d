import type { Message } from '../model/index.ts'
import type { ByteWriter } from './byte-writer.ts'

/** The JSON of a message. Most have a few fields with numbers and words in them, which are quickly written. */
export function writeMessage(line: ByteWriter, message: Message): void {
  const start = line.length
  let separator = '{'
  for (const name in message) {
    line.ascii(separator)
    line.text(quoted(name))
    line.ascii(':')
    const value = (message as unknown as Record<string, unknown>)[name]
    if (typeof value === 'number' && value >= 0 && value <= 0x7fffffff && value === (value | 0))
      line.natural(value)
    else if (typeof value === 'string') line.text(quoted(value))
    else if (typeof value === 'boolean') line.ascii(value ? 'true' : 'false')
    else if (value === null) line.ascii('null')
    else {
      line.length = start
      return line.text(JSON.stringify(message))
    }
    separator = ','
  }
  line.ascii('}')
}

/** A word in quotation marks; those of letters, digits, hyphens and underscores need no more. */
function quoted(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code < 45 || code > 122 || code === 92) return JSON.stringify(word)
  }
  return `"${word}"`
}
