import { sharedAlgorithms } from '../../algorithms/index.ts'
import { type AnySharedAlgorithm, assertSharedAlgorithm, didYouMean, InputError } from '../../engine/index.ts'
import { shellOf } from '../cell/index.ts'
import { isAlgorithm } from '../definition/algorithm/form.ts'
import { isStockName, seemsShared, unknownAlgorithm } from '../definition/stock-algorithm.ts'
import { importModule, looksLikePath } from './import-module.ts'
import { noteModule } from './modules.ts'

/**
 * The algorithm for shared memory of this name or in this module, written as those that pass messages are. Null if what is
 * named is of another model. Throws an InputError if it is flawed, or if the catalogue has nothing of this name.
 */
export async function sharedAlgorithm(nameOrPath: string): Promise<AnySharedAlgorithm | null> {
  if (!looksLikePath(nameOrPath)) {
    if (!isStockName(nameOrPath)) throw unknownAlgorithm(nameOrPath)
    return sharedAlgorithms.find(({ name }) => name === nameOrPath) ?? null
  }
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

function noChoice(path: string, name: string | null, found: readonly AnySharedAlgorithm[]): string {
  const names = found.map((one) => one.name)
  const choice = names.map((known) => `${path}#${known}`).join(', ')
  if (name === null) return `${path} exports several algorithms; choose one: ${choice}`
  return `${path} has no algorithm “${name}”${didYouMean(name, names) || `; it has ${choice}`}`
}
