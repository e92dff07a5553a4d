import { closeSync, readSync } from 'node:fs'
import { InputError } from '../../engine/index.ts'
import { gunzipped, isGzip, isUtf8, textOf, utf8Text } from './decode.ts'
import { openPlain } from './open-plain.ts'
import { located, readBytes, readFile, unreadable } from './read-file.ts'

/**
 * The text of `readFile` in chunks of about so many bytes that end where a line ends. Of a text in UTF-8 that is not
 * compressed only one is in memory at a time.
 */
export function* readChunks(path: string, bytes = 2 ** 22): Generator<string> {
  const beginning = readBeginning(path)
  if (isGzip(beginning)) {
    const whole = gunzipped(path, readBytes(path))
    yield* isUtf8(whole) ? linewise(path, fromMemory(whole), bytes) : [textOf(path, whole)]
  } else if (isUtf8(beginning)) yield* linewiseFromDisk(path, bytes)
  else yield readFile(path)
}

/** No line of an edge list is longer: a text is no longer than twice that. */
const lineLengthMax = 2 ** 28

/** Fills a buffer from an offset on; the number of bytes read, 0 at the end. */
type Read = (buffer: Buffer, offset: number) => number

function readBeginning(path: string): Buffer {
  const file = opened(path)
  try {
    const beginning = Buffer.alloc(1024)
    return beginning.subarray(0, reader(path, file)(beginning, 0))
  } finally {
    closeSync(file)
  }
}

function* linewiseFromDisk(path: string, bytes: number): Generator<string> {
  const file = opened(path)
  try {
    yield* linewise(path, reader(path, file), bytes)
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number {
  try {
    return openPlain(located(path))
  } catch (error) {
    throw unreadable(path, error)
  }
}

function reader(path: string, file: number): Read {
  return (buffer, offset) => {
    try {
      return readSync(file, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      throw unreadable(path, error)
    }
  }
}

function fromMemory(bytes: Buffer): Read {
  let at = 0
  return (buffer, offset) => {
    const length = bytes.copy(buffer, offset, at)
    at += length
    return length
  }
}

function* linewise(path: string, read: Read, bytes: number): Generator<string> {
  let buffer = Buffer.allocUnsafe(bytes)
  let held = 0
  let lines = 0
  for (;;) {
    const length = read(buffer, held)
    held += length
    const whole = length === 0 ? held : buffer.lastIndexOf('\n', held - 1) + 1
    if (whole > 0) {
      const text = utf8Text(path, buffer.subarray(0, whole), lines)
      yield text
      lines += linesIn(text)
    }
    if (length === 0) return
    buffer.copyWithin(0, whole, held)
    held -= whole
    if (held > lineLengthMax)
      throw new InputError(`${path}, line ${lines + 1} is longer than ${lineLengthMax} bytes`)
    if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * held)
  }
}

function linesIn(text: string): number {
  let lines = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines++
  return lines
}
