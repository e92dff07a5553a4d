import { type AnyAlgorithm, type AnySharedAlgorithm, splitName } from '../../engine/index.ts'
import { shellOf, stabilisingShell } from '../cell/index.ts'
import { loadAlgorithm, loadAlgorithms } from './load.ts'
import { loadStabilising } from './load-stabilising.ts'
import { sharedAlgorithm } from './shared-algorithm.ts'

/**
 * The algorithm for shared memory of this name or in this module, written as those that pass messages are. Null if what is
 * named is of another model. Throws an InputError if it is flawed, or if there is no such algorithm.
 */
export async function loadSharedAlgorithm(nameOrPath: string): Promise<AnySharedAlgorithm | null> {
  return splitName(nameOrPath).specs === null ? await sharedAlgorithm(nameOrPath) : null
}

/** Several of them, one after the other; see `loadAlgorithms`. */
export async function loadAllSwept(namesOrPaths: readonly string[]): Promise<AnyAlgorithm[]> {
  const algorithms: AnyAlgorithm[] = []
  for (const one of namesOrPaths) {
    const whole = (await loadSharedAlgorithm(one)) !== null || (await loadStabilising(one)) !== null
    algorithms.push(...(whole ? [await loadSwept(one)] : await loadAlgorithms([one])))
  }
  return algorithms
}

/** Whatever a sweep can have, by its name or from a module; one for shared memory in its shell. Throws an InputError. */
export async function loadSwept(nameOrPath: string): Promise<AnyAlgorithm> {
  const shared = await loadSharedAlgorithm(nameOrPath)
  if (shared !== null) return shellOf(shared)
  const stabilising = await loadStabilising(nameOrPath)
  return stabilising === null ? await loadAlgorithm(nameOrPath) : stabilisingShell(stabilising.algorithm)
}
