import { crc32 } from 'node:zlib'

/** How a line ends: with the checksum of what stands before it, as the last field. */
const ending = (text: string | Uint8Array): string =>
  `,"crc32":"${crc32(text).toString(16).padStart(8, '0')}"}`

const endingLength = ending('').length

/** An object as a line of a log, without the line end. Its last field is the CRC-32 of all that stands before that. */
export function sealedLine(value: object): string {
  const text = JSON.stringify(value).slice(0, -1)
  return text + ending(text)
}

/** What a line says; undefined if it is not as it was written. */
export function unsealed(line: Buffer): unknown {
  const body = line.subarray(0, Math.max(0, line.length - endingLength))
  if (line.toString('latin1', body.length) !== ending(body)) return undefined
  try {
    return JSON.parse(`${body.toString()}}`)
  } catch {
    return undefined
  }
}
