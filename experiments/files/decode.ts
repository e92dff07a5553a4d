import { isUtf8 as isValid } from 'node:buffer'
import { gunzipSync } from 'node:zlib'
import { InputError } from '../../engine/index.ts'

/** Compressed files may grow to so many bytes. */
const gunzippedMax = 2 ** 32 - 1

/** Longer declarations of XML are not looked for. */
const declarationMax = 512

/** What is in the bytes of a file: they may be compressed by gzip, which the first two of them tell. */
export function gunzipped(path: string, bytes: Buffer): Buffer {
  if (!isGzip(bytes)) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: gunzippedMax })
  } catch (error) {
    throw new InputError(`cannot read “${path}”: it is no whole gzip file (${(error as Error).message})`)
  }
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/**
 * The encoding of a text that begins so: a byte order mark tells UTF-16, an XML declaration what it declares. All
 * else is UTF-8.
 */
function encodingOf(beginning: Buffer): string {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le'
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be'
  const start = beginning.toString('latin1', 0, declarationMax)
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared.toLowerCase()
}

/** Whether a text that begins so is in UTF-8. */
export const isUtf8 = (beginning: Buffer): boolean => /^(utf-?8|us-ascii|ascii)$/.test(encodingOf(beginning))

/** The text of a whole file. */
export function textOf(path: string, bytes: Buffer): string {
  return isUtf8(bytes) ? utf8Text(path, bytes, 0) : textIn(path, bytes, encodingOf(bytes))
}

/** The text of bytes in UTF-8, of which `linesBefore` lines were read before. Other bytes are an InputError. */
export function utf8Text(path: string, bytes: Buffer, linesBefore: number): string {
  if (!isValid(bytes)) throw notUtf8(path, bytes, linesBefore)
  return bytes.toString('utf8')
}

/** The text of bytes in another encoding. */
function textIn(path: string, bytes: Buffer, encoding: string): string {
  const decoder = decoderOf(path, encoding)
  try {
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withPunctuation(text) : text
  } catch {
    throw new InputError(`cannot read “${path}”: some of its bytes are not ${encoding}`)
  }
}

/** What windows-1252 has where ISO 8859-1 has control characters, which are what Node 20 gives for both. */
const punctuation = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const withPunctuation = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/g, (control) => punctuation[control.charCodeAt(0) - 0x80]!)

function decoderOf(path: string, encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch {
    throw new InputError(`cannot read “${path}”: it declares the unknown encoding “${encoding}”`)
  }
}

/** What else files often are, by how they begin. */
const archives = [
  ['PK\u0003\u0004', 'a spreadsheet or a zip archive; save it as CSV, or unpack it'],
  ['BZh', 'compressed by bzip2; gzip is read'],
  ['\u00fd7zXZ', 'compressed by xz; gzip is read'],
  ['(\u00b5/\u00fd', 'compressed by zstd; gzip is read'],
] as const

function notUtf8(path: string, bytes: Buffer, linesBefore: number): InputError {
  const archive = archives.find(([start]) => bytes.toString('latin1', 0, start.length) === start)
  if (archive !== undefined) return new InputError(`cannot read “${path}”: it is ${archive[1]}`)
  const at = firstBadByte(bytes)
  const before = bytes.toString('utf8', 0, at)
  const lines = before.split('\n')
  const line = linesBefore + lines.length
  const column = [...lines.at(-1)!].length + 1
  const byte = bytes[at]!.toString(16).toUpperCase()
  return new InputError(
    `cannot read “${path}”: line ${line}, column ${column}: the byte ${byte} is not UTF-8; ` +
      'save the file as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8, if it was written by Windows)',
  )
}

/** Where the first character begins that is not UTF-8. */
function firstBadByte(bytes: Buffer): number {
  let line = 0
  for (;;) {
    const end = bytes.indexOf(10, line) + 1
    if (end === 0 || !isValid(bytes.subarray(line, end))) break
    line = end
  }
  let at = line
  while (isValid(bytes.subarray(at, characterEnd(bytes, at)))) at = characterEnd(bytes, at)
  return at
}

/** Where the character that begins here ends, by what its first byte says. */
function characterEnd(bytes: Buffer, start: number): number {
  const first = bytes[start]!
  return start + (first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4)
}
