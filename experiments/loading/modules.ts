import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyAlgorithm, InputError } from '../../engine/index.ts'
import { moduleOf, placeModule } from '../cell/index.ts'
import { isStock } from '../definition/stock-algorithm.ts'

/** Remembers which module a user's algorithm was loaded from, so that workers can import it there. */
export function noteModule(algorithm: AnyAlgorithm, path: string): void {
  if (!isStock(algorithm)) placeModule(algorithm, { path: resolve(path), shown: relative('', path) })
}

/**
 * By name, the module of each algorithm that is not in the catalogue: where it was loaded from, else `fallback`, a
 * path or URL.
 */
export function modulesOf(
  algorithms: readonly AnyAlgorithm[],
  fallback: string | undefined,
): Record<string, string> {
  const found: Record<string, string> = {}
  for (const algorithm of algorithms) {
    if (isStock(algorithm)) continue
    const module = moduleOf(algorithm) ?? fallback
    if (module === undefined)
      throw new InputError(
        `workers cannot import ${algorithm.name}: it was loaded from no file; give runExperiment its module`,
      )
    found[algorithm.name] = module.startsWith('file:') ? fileURLToPath(module) : resolve(module)
  }
  return found
}
