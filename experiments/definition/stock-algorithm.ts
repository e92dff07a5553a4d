import {
  algorithmFamilies,
  algorithms,
  sharedAlgorithms,
  stabilisingAlgorithms,
} from '../../algorithms/index.ts'
import {
  type AlgorithmFamily,
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  algorithmNamed,
  didYouMean,
  InputError,
  isShared,
  over,
  splitName,
  wrappingOf,
} from '../../engine/index.ts'
import { insideOf, shellOf, stabilisingIn, stabilisingShell } from '../cell/index.ts'
import { readFile } from '../files/read-file.ts'

/** Algorithms that are asked for by name. */
interface Library {
  readonly algorithms: readonly AnyAlgorithm[]
  readonly families: readonly AlgorithmFamily[]
  /** Those that pass no messages: for shared memory, and self-stabilising ones. */
  readonly silent?: readonly { readonly name: string }[]
}

const catalogue: Library = {
  algorithms,
  families: algorithmFamilies,
  silent: [...sharedAlgorithms, ...stabilisingAlgorithms],
}

/** The algorithm of the catalogue that has this name, with parameters and wrappers if it has some: `floodset:f=2 over alpha`. */
export function stockAlgorithm(name: string, library: Library = catalogue): AnyAlgorithm {
  const { innermost, specs } = splitName(name)
  if (specs === null) return unwrapped(name, library)
  return over(sharedAlgorithms.find((one) => one.name === innermost) ?? unwrapped(innermost, library), specs)
}

function unwrapped(name: string, library: Library): AnyAlgorithm {
  const found = algorithmNamed(name, library.algorithms, library.families, readFile)
  if (found !== undefined) return found
  if (stabilisingAlgorithms.some((one) => one.name === name))
    throw new InputError(`${name} is self-stabilising, without messages; stabilise and sweeps run it`)
  if (sharedAlgorithms.some((one) => one.name === name))
    throw new InputError(
      `${name} is an algorithm for shared memory, without messages; simulate, explore and sweeps run it, with a scheduler and no network, or with messages over abd`,
    )
  throw unknownAlgorithm(name, library)
}

/** The error for a name that no algorithm of the catalogue has, in whatever model. */
export function unknownAlgorithm(name: string, library: Library = catalogue): InputError {
  const { algorithms, families, silent = [] } = library
  const known = [...algorithms, ...families, ...silent].map((one) => one.name)
  return new InputError(
    `unknown algorithm “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}

/** The same for whatever a sweep can have: an algorithm for shared memory, too, in its shell. */
export function sweptAlgorithm(name: string): AnyAlgorithm {
  const shared = sharedAlgorithms.find((one) => one.name === name)
  if (shared !== undefined) return shellOf(shared)
  const stabilising = stabilisingAlgorithms.find((one) => one.name === name)
  return stabilising === undefined ? stockAlgorithm(name) : stabilisingShell(stabilising)
}

/** Whether a value is meant as an algorithm for shared memory. */
export function seemsShared(value: unknown): value is AnySharedAlgorithm {
  return typeof value === 'object' && value !== null && 'operations' in value && 'variables' in value
}

/** Whether a name belongs to the catalogue: to an algorithm, or to any member of a family. */
export function isStockName(
  given: string,
  { algorithms, families, silent = [] }: Library = catalogue,
): boolean {
  const { innermost: name } = splitName(given)
  const base = name.split(':', 1)[0]
  return (
    silent.some((one) => one.name === name) ||
    algorithms.some((one) => one.name === name) ||
    families.some((one) => one.name === base)
  )
}

/** Whether an algorithm is one of the catalogue. */
export function isStock(given: AnyAlgorithm, library: Library = catalogue): boolean {
  const algorithm = wrappingOf(given)?.innermost ?? given
  const { name } = algorithm
  if (isShared(algorithm)) return sharedAlgorithms.includes(algorithm)
  const shared = insideOf(algorithm)
  return (
    (shared !== null && sharedAlgorithms.includes(shared)) ||
    stabilisingAlgorithms.some((one) => one === stabilisingIn(algorithm)) ||
    library.algorithms.includes(algorithm) ||
    (isStockName(name, library) && algorithmNamed(name, [], library.families, readFile) === algorithm)
  )
}
