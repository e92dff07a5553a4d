import { statSync } from 'node:fs'

/** A word that names a module, perhaps something in it: `./mine.ts#wheel:spokes=4`. */
const module = /\.[mc]?[jt]s(?![\w.])|#/

/**
 * What the thread of a simulation runs: a bundle, which loads in half the time, if the build made one since it compiled
 * last. Modules of users import the engine in its own files, and so must whatever runs them.
 */
export function threadScript(words: readonly string[], dist: URL): URL {
  const bundle = new URL('bundle/simulate-thread.js', dist)
  const compiled = new URL('cli/simulate-thread.js', dist)
  if (words.some((word) => module.test(word))) return compiled
  const bundled = changed(bundle)
  // A package that is installed was not compiled where it is.
  return bundled !== null && (changed(new URL('.tsbuildinfo', dist)) ?? 0) <= bundled ? bundle : compiled
}

/** When a file was changed, in milliseconds; null if there is none. */
const changed = (file: URL): number | null => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null
