import { sharedAlgorithms } from '../../algorithms/index.ts'
import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  assertSharedAlgorithm,
  didYouMean,
  InputError,
  splitName,
} from '../../engine/index.ts'
import { shellOf } from '../cell/index.ts'
import { isAlgorithm } from '../definition/algorithm/form.ts'
import { seemsShared } from '../definition/stock-algorithm.ts'
import { importModule } from './import-module.ts'
import { loadAlgorithm, loadAlgorithms, looksLikePath } from './load.ts'
import { noteModule } from './modules.ts'

/**
 * The algorithm for shared memory of this name or in this module, written as those that pass messages are. Null if what is
 * named passes messages, or is not there. Throws an InputError if it is flawed.
 */
export async function loadSharedAlgorithm(nameOrPath: string): Promise<AnySharedAlgorithm | null> {
  if (splitName(nameOrPath).specs !== null) return null
  if (!looksLikePath(nameOrPath)) return sharedAlgorithms.find(({ name }) => name === nameOrPath) ?? null
  const hash = nameOrPath.lastIndexOf('#')
  const path = hash < 0 ? nameOrPath : nameOrPath.slice(0, hash)
  const exported = [...new Set(Object.values(await importModule(path)))]
  const found = exported.filter(seemsShared)
  const name = hash < 0 ? null : nameOrPath.slice(hash + 1)
  if (found.length === 0 || (name === null && exported.some(isAlgorithm))) return null
  const chosen =
    name === null ? (found.length === 1 ? found[0] : undefined) : found.find((one) => one.name === name)
  if (chosen === undefined) {
    if (name !== null && exported.some(isAlgorithm)) return null
    throw new InputError(noChoice(path, name, found))
  }
  try {
    assertSharedAlgorithm(chosen)
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path}: ${error.message}`) : error
  }
  noteModule(shellOf(chosen), path)
  return chosen
}

/** Several of them, one after the other; see `loadAlgorithms`. */
export async function loadAllSwept(namesOrPaths: readonly string[]): Promise<AnyAlgorithm[]> {
  const algorithms: AnyAlgorithm[] = []
  for (const one of namesOrPaths) {
    const shared = (await loadSharedAlgorithm(one)) !== null
    algorithms.push(...(shared ? [await loadSwept(one)] : await loadAlgorithms([one])))
  }
  return algorithms
}

function noChoice(path: string, name: string | null, found: readonly AnySharedAlgorithm[]): string {
  const names = found.map((one) => one.name)
  const choice = names.map((known) => `${path}#${known}`).join(', ')
  if (name === null) return `${path} exports several algorithms; choose one: ${choice}`
  return `${path} has no algorithm “${name}”${didYouMean(name, names) || `; it has ${choice}`}`
}

/** Whatever a sweep can have, by its name or from a module; one for shared memory in its shell. Throws an InputError. */
export async function loadSwept(nameOrPath: string): Promise<AnyAlgorithm> {
  const shared = await loadSharedAlgorithm(nameOrPath)
  if (shared === null) return await loadAlgorithm(nameOrPath)
  return shellOf(shared)
}
