import { closeSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { didYouMean, InputError } from '../../engine/index.ts'

/** The networks that come with the package. */
const shipped = new URL('../../../experiments/library/networks/', import.meta.url)

/**
 * The text of a file that a topology or delay spec names. Like the name of a package in an import, a path that
 * begins with `admissible/` is that of a shipped network: `file:admissible/abilene.txt`. Others start from the
 * working directory.
 */
export function readFile(path: string): string {
  try {
    return readFileSync(located(path), 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The same in chunks of about so many bytes that end where a line ends; only one is in memory at a time. */
export function* readChunks(path: string, bytes = 2 ** 22): Generator<string> {
  let file: number | undefined
  try {
    file = openSync(located(path), 'r')
    yield* linewise(file, bytes)
  } catch (error) {
    throw unreadable(path, error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

function* linewise(file: number, bytes: number): Generator<string> {
  let buffer = Buffer.allocUnsafe(bytes)
  let held = 0
  for (;;) {
    const read = readSync(file, buffer, held, buffer.length - held, null)
    held += read
    const whole = read === 0 ? held : buffer.lastIndexOf('\n', held - 1) + 1
    if (whole > 0) yield buffer.toString('utf8', 0, whole)
    if (read === 0) return
    buffer.copyWithin(0, whole, held)
    held -= whole
    if (held === buffer.length) buffer = Buffer.concat([buffer], 2 * held)
  }
}

function located(path: string): string | URL {
  const name = shippedName(path)
  return name === undefined ? path : new URL(name, shipped)
}

function shippedName(path: string): string | undefined {
  return /^admissible\/([^/\\]*)$/.exec(path)?.[1]
}

function unreadable(path: string, error: unknown): InputError {
  const name = shippedName(path)
  if (name === undefined) return new InputError(`cannot read “${path}”: ${reasonOf(error)}`)
  const known = readdirSync(shipped)
  const hint = didYouMean(name, known) || `; known: ${known.join(', ')}`
  return new InputError(`there is no shipped network “${name}”${hint}`)
}

/** Writes a file whole. Throws an InputError if it cannot. */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new InputError(`cannot write “${path}”: ${reasonOf(error)}`)
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
}
