import { closeSync, constants, lstatSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Where what is written to a path goes. */
export interface WriteTarget {
  /** Where links lead. */
  readonly path: string
  /** Whether it is a device or a pipe: written to as it is, since to put a file in its place would do away with it. */
  readonly isStream: boolean
}

export function writeTarget(path: string): WriteTarget {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return { path: linkTarget(path), isStream: false }
  const isStream = !stats.isFile() && !stats.isDirectory()
  return { path: isStream ? path : realpathSync(path), isStream }
}

/** Where a link leads that leads to nothing yet. */
function linkTarget(path: string): string {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  return isLink ? resolve(dirname(path), readlinkSync(path)) : path
}

/** Opens a device or a pipe for writing. Throws the error of the system; ENXIO if nobody reads the pipe. */
export function openStream(path: string): number {
  // To open a pipe that nobody reads would wait for somebody.
  closeSync(openSync(path, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0)))
  return openSync(path, 'w')
}
