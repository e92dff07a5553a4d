/** Experiments and algorithms from users' modules and from the catalogue. */
import {
  type AlgorithmFamily,
  type AnyAlgorithm,
  algorithmNamed,
  didYouMean,
  InputError,
  isShared,
  over,
  splitName,
} from '../../engine/index.ts'
import { placeModule, placeOf, shellOf } from '../cell/index.ts'
import { assertAlgorithm } from '../definition/algorithm/assert-algorithm.ts'
import { isAlgorithm, seemsAlgorithm } from '../definition/algorithm/form.ts'
import { defineExperiment, isExperiment } from '../definition/define.ts'
import type { Experiment, ExperimentDefinition } from '../definition/experiment.ts'
import { isStock, stockAlgorithm } from '../definition/stock-algorithm.ts'
import { stockExperiments, stockMaps } from '../library/index.ts'
import { type Exports, importModule, looksLikePath } from './import-module.ts'
import { loadWrappers } from './load-specs.ts'
import { noteModule } from './modules.ts'
import { sharedAlgorithm } from './shared-algorithm.ts'

/** A stock experiment by its name, or the one that a module exports as its default. Throws an InputError. */
export async function loadExperiment(nameOrPath: string): Promise<Experiment> {
  if (looksLikePath(nameOrPath)) return await importExperiment(nameOrPath)
  const stock = stockExperiments.find(({ name }) => name === nameOrPath)
  if (stock !== undefined) return defineExperiment(stock)
  if (stockMaps.some(({ name }) => name === nameOrPath))
    throw new InputError(
      `${nameOrPath} is a map of systems and no grid of runs; admissible run ${nameOrPath} makes it`,
    )
  const known = [...stockExperiments, ...stockMaps].map(({ name }) => name)
  const hint =
    didYouMean(nameOrPath, known) || `; known: ${known.join(', ')}, or the path of a .ts or .js file`
  throw new InputError(`unknown experiment “${nameOrPath}”${hint}`)
}

async function importExperiment(path: string): Promise<Experiment> {
  const exports = await importModule(path)
  const { default: exported } = exports
  if (exported === undefined)
    throw new InputError(`${path} has no default export; write export default defineExperiment({ … })`)
  if (seemsAlgorithm(exported))
    throw new InputError(
      `${path} exports an algorithm, not an experiment; sweep it with --algorithm ${path}, or list it in an experiment`,
    )
  try {
    const experiment = isExperiment(exported) ? exported : defineExperiment(exported as ExperimentDefinition)
    for (const algorithm of experiment.algorithms) noteModule(algorithm, path)
    return experiment
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path}: ${error.message}`) : error
  }
}

/**
 * An algorithm: the name of one of the catalogue, the path of a module that exports one, or `./mine.ts#name` where
 * it exports several. A module may also export an experiment that lists the algorithm. What follows ` over ` are wrappers,
 * users' own with their modules. Throws an InputError.
 */
export async function loadAlgorithm(given: string): Promise<AnyAlgorithm> {
  const { innermost, specs } = splitName(given)
  if (specs === null) return await loadUnwrapped(given)
  const algorithm = (await sharedAlgorithm(innermost)) ?? (await loadUnwrapped(innermost))
  const result = over(algorithm, await loadWrappers(specs))
  const place = placeOf(isShared(algorithm) ? shellOf(algorithm) : algorithm)
  if (place !== undefined) placeModule(result, place)
  return result
}

async function loadUnwrapped(nameOrPath: string): Promise<AnyAlgorithm> {
  if (!looksLikePath(nameOrPath)) return stockAlgorithm(nameOrPath)
  const hash = nameOrPath.lastIndexOf('#')
  const path = hash < 0 ? nameOrPath : nameOrPath.slice(0, hash)
  const name = hash < 0 ? null : nameOrPath.slice(hash + 1)
  return await importAlgorithm(path, name)
}

/**
 * Several of them, one after the other, so that what one module does wrong is not taken for another's. One with a range
 * of parameters, as in `./mine.ts#floodset:f=1..4+1`, stands for several.
 */
export async function loadAlgorithms(namesOrPaths: readonly string[]): Promise<AnyAlgorithm[]> {
  const algorithms: AnyAlgorithm[] = []
  for (const nameOrPath of namesOrPaths) algorithms.push(...(await loadEach(nameOrPath)))
  return algorithms
}

async function loadEach(nameOrPath: string): Promise<readonly AnyAlgorithm[]> {
  const hash = nameOrPath.lastIndexOf('#')
  const [base, ...parameters] = nameOrPath.slice(hash + 1).split(':')
  if (hash < 0 || !parameters.join(':').includes('..')) return [await loadAlgorithm(nameOrPath)]
  const path = nameOrPath.slice(0, hash)
  const family = familiesIn(await importModule(path)).find((one) => one.name === base)
  if (family === undefined) return [await loadAlgorithm(nameOrPath)]
  const members = family.each(parameters.join(':'))
  for (const member of members) {
    assertIn(path, member)
    noteModule(member, path)
  }
  return members
}

/** The algorithm of this name in a module; the only one there, if the name is null. */
async function importAlgorithm(path: string, name: string | null): Promise<AnyAlgorithm> {
  const exports = await importModule(path)
  const families = familiesIn(exports)
  const member = name === null ? undefined : algorithmNamed(name, [], families)
  const candidates = [...candidatesIn(exports), ...(member === undefined ? [] : [member])]
  const found = candidates.filter(isAlgorithm)
  const names = [...found, ...families].map((one) => one.name)
  const only = found.length === 1 && families.length === 0 ? found[0] : undefined
  // Asked for by its file alone, a family has the values that its parameters have by default.
  if (name === null && found.length === 0 && families.length === 1)
    return await importAlgorithm(path, families[0]!.with('').name)
  const algorithm = name === null ? only : (found.find((one) => one.name === name) ?? member)
  const flawed = candidates.filter((one) => !isAlgorithm(one))
  const meant =
    algorithm ?? flawed.find((one) => named(one) === name) ?? (found.length === 0 ? flawed[0] : undefined)
  if (meant !== undefined) assertIn(path, meant)
  if (algorithm === undefined) throw new InputError(noChoice(path, name, names))
  noteModule(algorithm, path)
  return algorithm
}

/** The families of algorithms among the exports. */
const familiesIn = (exports: Exports): AlgorithmFamily[] =>
  Object.values(exports).filter(
    (value): value is AlgorithmFamily =>
      (value as { kind?: unknown } | null | undefined)?.kind === 'algorithm family',
  )

const named = (value: object): unknown => (value as { readonly name?: unknown }).name

function assertIn(path: string, value: object): void {
  try {
    assertAlgorithm(value)
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${path}: ${error.message}`) : error
  }
}

/** Why none of the algorithms in a module was chosen. */
function noChoice(path: string, name: string | null, names: readonly string[]): string {
  if (names.length === 0) return `${path} exports no algorithm`
  const choice = names.map((known) => `${path}#${known}`).join(', ')
  if (name === null) return `${path} exports several algorithms; choose one: ${choice}`
  return `${path} has no algorithm “${name}”${didYouMean(name, names) || `; it has ${choice}`}`
}

/** The names of the user's algorithms in a module. */
export async function algorithmNames(path: string): Promise<string[]> {
  return candidatesIn(await importModule(path))
    .filter(isAlgorithm)
    .map(({ name }) => name)
}

/** What is meant as an algorithm of the user's, among the exports and in the experiments among them. */
function candidatesIn(exports: Exports): object[] {
  const found = new Set<object>()
  for (const value of Object.values(exports)) {
    const listed = (value as { algorithms?: unknown } | null | undefined)?.algorithms
    for (const item of Array.isArray(listed) ? listed : [value])
      if (seemsAlgorithm(item) && !isStock(item as AnyAlgorithm)) found.add(item)
  }
  return [...found]
}
