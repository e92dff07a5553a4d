import {
  type AnyAlgorithm,
  type AnySharedAlgorithm,
  assertSharedAlgorithm,
  attackStrategies,
  delays,
  didYouMean,
  eachInputs,
  InputError,
  type Measure,
  measureProblem,
  parseFormula,
  topologies,
  wakeUps,
  weightRules,
} from '../../engine/index.ts'
import { insideOf, shellOf, stabilisingIn, type UntilCi, type WorstCases, worstSizes } from '../cell/index.ts'
import { assertAlgorithm } from './algorithm/assert-algorithm.ts'
import type { Experiment, ExperimentDefinition } from './experiment.ts'
import { readFaults } from './faults.ts'
import { each, eachSpec, sizedIn } from './lists.ts'
import { assertForm } from './schema.ts'
import { isOverRegisters, isShared, registerCatalogues, sharedCatalogues } from './shared-memory.ts'
import { isStabilising, stabilisingCatalogues } from './stabilisation.ts'
import { isStock, isStockName, seemsShared, sweptAlgorithm } from './stock-algorithm.ts'
import { definitionsAreTrusted } from './trust.ts'
import { readClocks, readWorkloads } from './workloads.ts'
import { type WorstCasesDefinition, worstCasesOf } from './worst-cases.ts'
import { inWrappers } from './wrappers.ts'
import { readZip } from './zip.ts'

/** The replicates of a group before its precision is looked at, unless the experiment says otherwise. */
const defaultLeast = 10

const defined = new WeakSet<object>()

/**
 * Checks an experiment's definition and brings every spec in its canonical spelling. An InputError names the
 * experiment and the path to the key: `experiment flooding: topologies[1]: unknown topology “rnig” …`.
 */
export function defineExperiment(definition: ExperimentDefinition | Experiment): Experiment {
  if (definitionsAreTrusted() || isExperiment(definition)) return definition as Experiment
  try {
    assertForm(definition)
    const experiment = canonical(definition)
    defined.add(experiment)
    return experiment
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const name = (definition as { name?: unknown } | null)?.name
    throw new InputError(`experiment${typeof name === 'string' ? ` ${name}` : ''}: ${error.message}`)
  }
}

/** Whether a value came from `defineExperiment`. */
export function isExperiment(value: unknown): value is Experiment {
  return typeof value === 'object' && value !== null && defined.has(value)
}

function canonical(given: ExperimentDefinition): Experiment {
  const sizes = each('sizes', given.sizes ?? [], (n) => n)
  const timings = each('timings', given.timings ?? (['asynchronous'] as const), (timing) => timing)
  const plain = each('algorithms', given.algorithms, resolveAlgorithm, ({ name }) => name)
  const algorithms = given.over === undefined ? plain : inWrappers(plain, given.over)
  const known = isStabilising(algorithms, given)
    ? stabilisingCatalogues
    : isShared(algorithms, given)
      ? sharedCatalogues
      : isOverRegisters(algorithms, given)
        ? registerCatalogues
        : { topologies, delays, defaultDelay: 'uniform' }
  const specs = eachSpec('topologies', given.topologies, known.topologies)
  const worstCases = readWorstCases(given.worstCases, timings, algorithms)
  const sized = [...sizes, ...worstSizes(worstCases)]
  if (sized.length === 0 && specs.some((spec) => !known.topologies.entryOf(spec).fixedSize))
    throw new InputError('sizes: missing; every topology that is not read from a file needs them')
  const lists = {
    delays: eachSpec('delays', given.delays ?? [known.defaultDelay], known.delays),
    wakeups: eachSpec('wakeups', given.wakeups ?? ['all'], wakeUps),
    inputs: eachSpec('inputs', given.inputs ?? ['random'], { each: eachInputs }),
    ...(given.weights !== undefined && { weights: eachSpec('weights', given.weights, weightRules) }),
  }
  const sizedSpecs = [
    ...sizedIn(specs, known.topologies),
    ...sizedIn(lists.delays, known.delays),
    ...sizedIn(lists.wakeups, wakeUps),
    ...sizedIn(lists.inputs, { each: eachInputs }),
    ...sizedIn(lists.weights ?? [], weightRules),
  ]
  if (known.topologies === topologies) assertSized(specs, sizedSpecs)
  return {
    name: given.name,
    // Letters as most fonts have them; a Mac writes ö as two.
    title: (given.title ?? given.name).normalize('NFC'),
    question: given.question.normalize('NFC'),
    algorithms,
    timings,
    topologies: specs,
    sizes,
    ...lists,
    ...(given.clocks !== undefined && { clocks: readClocks(given.clocks, algorithms) }),
    ...(given.workloads !== undefined && { workloads: readWorkloads(given.workloads, algorithms) }),
    ...readFaults(given, worstCases),
    ...readZip(given, { ...lists, algorithms, timings, topologies: specs, sizes }, sizedSpecs),
    ...(given.where !== undefined && given.where.length > 0 && { where: given.where }),
    replicates: given.replicates,
    untilCi: readUntilCi(given),
    seed: given.seed,
    budget: given.budget ?? {},
    ...(given.check !== undefined && given.check !== 'sampled' && { check: given.check }),
    worstCases,
    ...(given.measure !== undefined && { measure: measureOf(given.measure, algorithms) }),
    charts: given.charts ?? null,
    growthClasses: each('growthClasses', given.growthClasses ?? [], growthFormula),
  }
}

function readUntilCi({ untilCi, replicates }: ExperimentDefinition): UntilCi | null {
  if (untilCi === undefined) return null
  const { fraction, least = Math.min(defaultLeast, replicates) } = untilCi
  if (least > replicates)
    throw new InputError(`untilCi.least is ${least}, but replicates, the most, is ${replicates}`)
  return { fraction, least }
}

function readWorstCases(
  given: WorstCasesDefinition | undefined,
  timings: Experiment['timings'],
  algorithms: Experiment['algorithms'],
): WorstCases {
  for (const kind of ['exact', 'searched'] as const)
    each(`worstCases.${kind}.sizes`, given?.[kind]?.sizes ?? [], (n) => n)
  each('worstCases.searched.strategies', given?.searched?.strategies ?? [], strategyNamed)
  each('worstCases.forced.sizes', given?.forced?.sizes ?? [], powerOfTwo)
  const names = algorithms.map(({ name }) => name)
  const except = each('worstCases.except', given?.except ?? [], (name) => oneOf('algorithm', name, names))
  if (names.every((name) => except.includes(name)))
    throw new InputError('worstCases.except: no algorithm is left to have a worst case')
  if (given !== undefined && !timings.includes('asynchronous'))
    throw new InputError('worstCases: they are about asynchronous schedules; timings must list asynchronous')
  return worstCasesOf(given)
}

const strategyNamed = (name: string): string =>
  oneOf(
    'strategy',
    name,
    attackStrategies.map((strategy) => strategy.name),
  )

function oneOf(what: string, name: string, known: readonly string[]): string {
  if (known.includes(name)) return name
  throw new InputError(
    `unknown ${what} “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}

function powerOfTwo(n: number): number {
  if (n >= 4 && Number.isInteger(Math.log2(n))) return n
  throw new InputError(`${n} is not a power of two from 4 on`)
}

/** A cost that at least one of the algorithms has. */
function measureOf(measure: Measure, algorithms: Experiment['algorithms']): Measure {
  const problems = algorithms.map((algorithm) => measureProblem(algorithm, measure))
  if (problems.includes(null)) return measure
  throw new InputError(`measure: ${measure}: ${problems[0]}`)
}

/** A formula in what is known of every network: a class is fitted to costs of all of them. */
function growthFormula(formula: string): string {
  const known = ['n', 'm', 'D', 'ecc']
  const unknown = parseFormula(formula).variables.find((name) => !known.includes(name))
  if (unknown === undefined) return formula
  throw new InputError(`${formula} uses ${unknown}; a class of growth is a formula in ${known.join(', ')}`)
}

/** Throws an InputError if a range depends on n and there is a network whose n stands in a file. */
function assertSized(networks: readonly string[], [sized]: readonly string[]): void {
  const file = networks.find((spec) => topologies.entryOf(spec).fixedSize)
  if (sized !== undefined && file !== undefined)
    throw new InputError(`${sized}: the range depends on n, which ${file} says only when it is read`)
}

function resolveAlgorithm(given: string | AnyAlgorithm | AnySharedAlgorithm): AnyAlgorithm {
  if (typeof given === 'string') return sweptAlgorithm(given)
  if (seemsShared(given)) {
    assertSharedAlgorithm(given)
    return shellOf(given)
  }
  if (insideOf(given) !== null || stabilisingIn(given) !== null) return given
  if (isStock(given)) return given
  if (isStockName(given.name))
    throw new InputError(`the name ${given.name} belongs to an algorithm of the catalogue; choose another`)
  assertAlgorithm(given)
  return given
}
