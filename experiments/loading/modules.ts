import { resolve } from 'node:path'
import type { AnyAlgorithm } from '../../engine/index.ts'
import { isStock } from '../stock-algorithm.ts'

const modules = new WeakMap<AnyAlgorithm, string>()

/** Remembers which module a user's algorithm was loaded from, so that workers can import it there. */
export function noteModule(algorithm: AnyAlgorithm, path: string): void {
  if (!isStock(algorithm)) modules.set(algorithm, resolve(path))
}

/** The absolute path of the module that an algorithm was loaded from, if it was. */
export function moduleOf(algorithm: AnyAlgorithm): string | undefined {
  return modules.get(algorithm)
}
