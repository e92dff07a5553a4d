import {
  type AnySharedAlgorithm,
  brokenGuarantee,
  exploreShared,
  InputError,
  isSharedObject,
  judgeExploredClaims,
  recordSharedSchedule,
  type SharedExploration,
  type SharedMemoryAlgorithm,
  type SharedWitnessName,
  sharedWitness,
  sharedWitnessNames,
} from '../../engine/index.ts'
import { loadSharedAlgorithm, moduleOfShared, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import type { InstanceOptions } from '../options/instance-options.ts'
import { describeSharedExploration, sharedExplorationJson } from '../output/describe-shared-exploration.ts'
import { chosenWitness } from './chosen-witness.ts'
import { exploredObject } from './explore-object.ts'

/** The options of explore that shared memory has. */
interface SharedExploreOptions extends InstanceOptions {
  readonly n?: number
  readonly passages?: number
  readonly repeats?: true
  readonly count?: true
  readonly expected?: true
  readonly seed: number
  readonly states: number
  readonly costs: boolean
  readonly reduce?: true
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

/** Those that have no meaning there. */
const foreign = [
  ...['topology', 'over', 'timing', 'gain', 'wakeup', 'weights', 'inputs', 'ids', 'root', 'values'],
  ...['ports', 'initiators', 'workers', 'seconds'],
]

/** Explores what is named, if that is an algorithm for shared memory; the exit code, null if it is none. Throws an InputError. */
export async function exploredShared(name: string, options: SharedExploreOptions): Promise<number | null> {
  const shared = await loadSharedAlgorithm(name)
  if (shared === null) {
    const own =
      (['passages', 'repeats', 'count', 'expected', 'reduce'] as const).find(
        (key) => options[key] !== undefined,
      ) ?? null
    if (own === null) return null
    throw new InputError(`--${own} is for algorithms for shared memory; ${name} passes messages`)
  }
  assertOwn(shared, options)
  return isSharedObject(shared) ? exploredObject(shared, options) : print(shared, options)
}

/** Throws an InputError where an option has no meaning. */
function assertOwn(algorithm: AnySharedAlgorithm, options: SharedExploreOptions): void {
  const { name } = algorithm
  const given = foreign.find((key) => Object.hasOwn(options, key))
  if (given !== undefined)
    throw new InputError(
      `${name} runs on shared memory, where --${given} has no meaning; there are --n, ${
        isSharedObject(algorithm) ? '--workload, --repeats, --count, --expected' : '--passages'
      }, --record, --extreme, --states, --no-costs, --reduce, --json`,
    )
  const strange =
    (['workload', 'repeats', 'count', 'expected'] as const).find((key) => options[key] !== undefined) ?? null
  if (!isSharedObject(algorithm) && strange !== null)
    throw new InputError(
      `${name} is a lock; --passages says how many each processor makes, and --${strange} has no meaning`,
    )
}

function print(algorithm: SharedMemoryAlgorithm, options: SharedExploreOptions): number {
  const { name, requires } = algorithm
  const {
    n = requires.size,
    passages = Number.POSITIVE_INFINITY,
    states,
    costs,
    reduce = false,
    json,
  } = options
  if (n === undefined) throw new InputError(`${name} needs --n, the number of processors`)
  const found = exploreShared(algorithm, { n, passages, states, costs, reduce })
  if (options.record !== undefined) record(algorithm, { n, passages, found }, options.record, options.extreme)
  const told = { algorithm, n, passages, reduce, found, file: options.record ?? null }
  process.stdout.write(
    json ? `${JSON.stringify(sharedExplorationJson(told))}\n` : describeSharedExploration(told),
  )
  const broken = judgeExploredClaims(algorithm, n, found).some(({ verdict }) => verdict === 'violated')
  if (broken || brokenGuarantee(algorithm, found) !== null) return exitCodes.violated
  return found.complete ? exitCodes.ok : exitCodes.failed
}

interface Explored {
  readonly n: number
  readonly passages: number
  readonly found: SharedExploration
}

/** Writes the execution that was asked for; by default what goes wrong, else one of the largest cost. */
function record(
  algorithm: SharedMemoryAlgorithm,
  { n, passages, found }: Explored,
  file: string,
  extreme: string | undefined,
): void {
  const name = chosenWitness(sharedWitnessNames(found), usual(algorithm, found), extreme)
  const witness = sharedWitness(found, name)!
  const module = moduleOfShared(algorithm)
  writeRecord(recordSharedSchedule(algorithm, { n, passages, module, ...witness }).blocks, file)
}

function usual(algorithm: SharedMemoryAlgorithm, found: SharedExploration): SharedWitnessName | undefined {
  const broken = brokenGuarantee(algorithm, found)
  if (broken === 'no deadlock') return 'deadlock'
  if (broken === 'no lockout') return 'lockout'
  if (broken !== null) return 'violation'
  const costs = Object.keys(found.extremes) as SharedWitnessName[]
  return costs.find((name) => name === 'passage:cc') ?? costs[0]
}
