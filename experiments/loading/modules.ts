import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AnyAlgorithm, InputError } from '../../engine/index.ts'
import { moduleOf, ownFamilies, placeModule, type SpecsByKind } from '../cell/index.ts'
import { isStock } from '../definition/stock-algorithm.ts'

/** Remembers which module a user's algorithm was loaded from, so that workers can import it there. */
export function noteModule(algorithm: AnyAlgorithm, path: string): void {
  if (!isStock(algorithm)) placeModule(algorithm, { path: resolve(path), shown: relative('', path) })
}

/** The modules of the families of users' own that the specs name, absolute; `fallback` is that of the others. */
export function familyModules(specs: SpecsByKind, fallback: string | undefined): string[] {
  const paths = ownFamilies(specs).map(({ family, place }) => {
    const module = place?.path ?? fallback
    if (module === undefined)
      throw new InputError(
        `workers cannot import ${family.kind} ${family.name}: it was loaded from no file; give runExperiment its module`,
      )
    return module.startsWith('file:') ? fileURLToPath(module) : resolve(module)
  })
  return [...new Set(paths)]
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
