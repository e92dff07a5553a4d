import { relative, resolve } from 'node:path'
import { InputError } from '../../engine/index.ts'

/**
 * Sees to it that a file runs nothing by itself. A module that a file names, such as the header of an execution or a
 * manifest, is imported only if the user has named it, or a folder that it is in; an InputError says what would run
 * and how to allow it.
 */
export function assertAllowed(module: string, allowed: readonly string[], namedBy: string): void {
  const path = resolve(module)
  if (allowed.some((one) => isWithin(path, resolve(one)))) return
  throw new InputError(
    `${namedBy} names the module ${shown(module)}, whose code would run; add --allow ${shown(module)} if you trust it`,
  )
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return (
    way === '' || !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || resolve(way) === way)
  )
}

/** A name from a file that somebody else wrote, as one line. */
const shown = (module: string): string => JSON.stringify(module).slice(1, -1)
