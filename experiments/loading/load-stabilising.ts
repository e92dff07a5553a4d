import { stabilisingAlgorithms } from '../../algorithms/index.ts'
import { didYouMean, InputError, type StabilisingAlgorithm } from '../../engine/index.ts'
import { stabilisingShell } from '../cell/index.ts'
import { importModule, looksLikePath } from './import-module.ts'
import { noteModule } from './modules.ts'

/** A self-stabilising algorithm, and the user's module that has it; null for the catalogue's. */
interface LoadedStabilising {
  readonly algorithm: StabilisingAlgorithm
  readonly module: string | null
}

/**
 * The self-stabilising algorithm of this name or in this module: ./mine.ts or ./mine.ts#name. Null if what is named is none.
 * Throws an InputError.
 */
export async function loadStabilising(nameOrPath: string): Promise<LoadedStabilising | null> {
  if (!looksLikePath(nameOrPath)) {
    const algorithm = stabilisingAlgorithms.find(({ name }) => name === nameOrPath)
    return algorithm === undefined ? null : { algorithm, module: null }
  }
  const [module, name] = nameOrPath.split('#') as [string, string?]
  const found = Object.values(await importModule(module)).filter(seemsStabilising)
  if (found.length === 0) return null
  const names = found.map((one) => one.name)
  const algorithm =
    name === undefined ? (found.length === 1 ? found[0] : null) : found.find((one) => one.name === name)
  if (algorithm === undefined)
    throw new InputError(
      `${module} has no algorithm “${name}”${didYouMean(name!, names) || `; it has ${names.join(', ')}`}`,
    )
  if (algorithm === null)
    throw new InputError(
      `${module} exports several algorithms; choose one: ${names.map((one) => `${module}#${one}`).join(', ')}`,
    )
  assertForm(module, algorithm)
  noteModule(stabilisingShell(algorithm), module)
  return { algorithm, module }
}

function seemsStabilising(value: unknown): value is StabilisingAlgorithm {
  return typeof value === 'object' && value !== null && 'isLegitimate' in value && 'next' in value
}

const forms: Readonly<Record<string, string>> = {
  name: 'string',
  network: 'string',
  requires: 'object',
  values: 'function',
  next: 'function',
  isLegitimate: 'function',
  stabilisesUnder: 'string',
  claims: 'object',
}

function assertForm(module: string, algorithm: StabilisingAlgorithm): void {
  for (const [field, form] of Object.entries(forms))
    if (typeof algorithm[field as keyof StabilisingAlgorithm] !== form)
      throw new InputError(`${module}: ${algorithm.name}: ${field} must be a ${form}`)
}
