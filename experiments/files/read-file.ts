import { closeSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { didYouMean, InputError } from '../../engine/index.ts'
import { gunzipped, textOf } from './decode.ts'
import { openPlain } from './open-plain.ts'
import { openStream, writeTarget } from './write-target.ts'

/** The networks that come with the package. */
const shipped = new URL('../../../experiments/library/networks/', import.meta.url)

/**
 * The text of a file that a topology or delay spec names, which may be compressed by gzip: UTF-8, UTF-16 with a byte
 * order mark, or in the encoding that an XML declaration tells. Like the name of a package in an import, a path that
 * begins with `admissible/` is that of a shipped network: `file:admissible/abilene.txt`. Others start from the
 * working directory.
 */
export function readFile(path: string): string {
  return textOf(path, gunzipped(path, readBytes(path)))
}

/** The bytes of a file as they are. */
export function readBytes(path: string): Buffer {
  try {
    return readPlain(located(path))
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The bytes of a plain file. Throws the error of the system, or one that says what it is instead. */
export function readPlain(path: string | URL): Buffer {
  const file = openPlain(path)
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** Where a path leads. */
export function located(path: string): string | URL {
  const name = shippedName(path)
  return name === undefined ? path : new URL(name, shipped)
}

function shippedName(path: string): string | undefined {
  return /^admissible\/([^/\\]*)$/.exec(path)?.[1]
}

/** What to say of a file that could not be read. */
export function unreadable(path: string, error: unknown): InputError {
  const name = shippedName(path)
  if (name === undefined) return new InputError(`cannot read “${path}”: ${reasonOf(error)}`)
  const known = readdirSync(shipped)
  const hint = didYouMean(name, known) || `; known: ${known.join(', ')}`
  return new InputError(`there is no shipped network “${name}”${hint}`)
}

/** Writes a file whole. Throws an InputError if it cannot. */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    if (writeTarget(path).isStream) writeStream(path, content)
    else writeFileSync(path, content)
  } catch (error) {
    throw new InputError(`cannot write “${path}”: ${reasonOf(error)}`)
  }
}

function writeStream(path: string, content: string | Uint8Array): void {
  const file = openStream(path)
  try {
    writeFileSync(file, content)
  } finally {
    closeSync(file)
  }
}

/** What a failed operation on a file means. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string' && code in reasons) return reasons[code]!
  return error instanceof Error ? error.message : String(error)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a file of that name is in the way',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  ENXIO: 'nobody reads what is written there',
}
