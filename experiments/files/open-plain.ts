import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs'

/**
 * Opens a plain file, or the one that a link leads to, for reading. Throws the error of the system, or one that says what
 * it is instead: whoever reads a pipe may wait for ever, and a device need have no end.
 */
export function openPlain(path: string | URL): number {
  // Without that flag, a pipe that nobody writes to would not even open.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const stats = fstatSync(file)
  if (stats.isFile()) return file
  closeSync(file)
  if (stats.isDirectory()) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR' })
  throw new Error(`it is ${kindOf(stats)}, not a plain file`)
}

/** What something is that is neither a plain file nor a folder. */
export function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe'
  return stats.isSocket() ? 'a socket' : 'a device'
}
