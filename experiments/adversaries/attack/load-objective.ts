import {
  type AnyAlgorithm,
  didYouMean,
  type Ended,
  InputError,
  numeric,
  type Objective,
  objectiveNamed,
} from '../../../engine/index.ts'
import { oneLine } from '../../cell/index.ts'
import { importModule, looksLikePath } from '../../loading/import-module.ts'

/**
 * What a search makes large: messages, time, messages:TYPE, a column of the algorithm, or a function of the user's:
 * `./mine.ts#name`, or `./mine.ts` for its default export. Throws an InputError.
 */
export async function loadObjective(nameOrPath: string, algorithm: AnyAlgorithm): Promise<Objective> {
  if (!looksLikePath(nameOrPath)) return objectiveNamed(nameOrPath, algorithm)
  const hash = nameOrPath.lastIndexOf('#')
  const path = hash < 0 ? nameOrPath : nameOrPath.slice(0, hash)
  const name = hash < 0 ? 'default' : nameOrPath.slice(hash + 1)
  const exports = await importModule(path)
  const value = exports[name]
  if (typeof value !== 'function') {
    const known = Object.keys(exports).filter((key) => typeof exports[key] === 'function')
    const hint = didYouMean(name, known) || `; its functions are ${known.join(', ') || 'none'}`
    throw new InputError(`${path} exports no function “${name}”${hint}`)
  }
  const call = (ended: Ended): unknown => {
    try {
      return value(ended)
    } catch (error) {
      throw new InputError(oneLine(`objective ${nameOrPath} throws ${String(error)}`))
    }
  }
  return { name: nameOrPath, value: (ended) => numeric(nameOrPath, call(ended)) }
}
