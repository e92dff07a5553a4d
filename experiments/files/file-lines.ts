import { closeSync, readSync } from 'node:fs'
import { InputError, type NumberedLine } from '../../engine/index.ts'
import { openPlain } from './open-plain.ts'
import { reasonOf } from './read-file.ts'

/** No line of a recorded execution is longer: that of a header with a million channels has some 16 MB. */
const lineLengthMax = 2 ** 28

/** The lines of a file, read block by block; the last need not end in a line feed. Throws an InputError. */
export function* fileLines(path: string): Generator<NumberedLine> {
  const file = open(path)
  try {
    const block = Buffer.alloc(1 << 20)
    let number = 1
    let begun: Buffer[] = []
    let begunLength = 0
    for (let length = read(file, block, path); length > 0; length = read(file, block, path)) {
      let start = 0
      for (let end = block.indexOf(10); end >= 0 && end < length; end = block.indexOf(10, start)) {
        const part = block.subarray(start, end)
        yield {
          text: begun.length === 0 ? part.toString() : Buffer.concat([...begun, part]).toString(),
          number,
        }
        number++
        begun = []
        begunLength = 0
        start = end + 1
      }
      begun.push(Buffer.from(block.subarray(start, length)))
      begunLength += length - start
      if (begunLength > lineLengthMax)
        throw new InputError(`${path}, line ${number} is longer than ${lineLengthMax} bytes`)
    }
    if (begunLength > 0)
      yield { text: wholeLine(Buffer.concat(begun).toString(), `${path}, line ${number}`), number }
  } finally {
    closeSync(file)
  }
}

/** A line without a line feed is the whole last line, or what is left of one. */
function wholeLine(text: string, where: string): string {
  try {
    JSON.parse(text)
    return text
  } catch {
    throw new InputError(`${where} is cut off after ${text.length} characters; the file is not complete`)
  }
}

function open(path: string): number {
  try {
    return openPlain(path)
  } catch (error) {
    throw new InputError(`cannot read “${path}”: ${reasonOf(error)}`)
  }
}

function read(file: number, block: Buffer, path: string): number {
  try {
    return readSync(file, block)
  } catch (error) {
    throw new InputError(`cannot read “${path}”: ${reasonOf(error)}`)
  }
}
