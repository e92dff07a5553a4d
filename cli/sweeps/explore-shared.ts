import {
  brokenGuarantee,
  exploreShared,
  InputError,
  isSharedObject,
  judgeExploredClaims,
  type SharedMemoryAlgorithm,
} from '../../engine/index.ts'
import { loadSharedAlgorithm } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { describeSharedExploration, sharedExplorationJson } from '../output/describe-shared-exploration.ts'

/** The options of explore that shared memory has. */
interface SharedExploreOptions {
  readonly n?: number
  readonly passages?: number
  readonly states: number
  readonly costs: boolean
  readonly json?: true
}

/** Those that have no meaning there. */
const foreign = [
  ...['topology', 'over', 'timing', 'gain', 'record', 'wakeup', 'weights', 'inputs', 'ids', 'root', 'values'],
  ...['ports', 'initiators', 'workers', 'seconds'],
]

/** Explores what is named, if that is an algorithm for shared memory; the exit code, null if it is none. Throws an InputError. */
export async function exploredShared(name: string, options: SharedExploreOptions): Promise<number | null> {
  const shared = await loadSharedAlgorithm(name)
  if (shared !== null && isSharedObject(shared))
    throw new InputError(`${name} is an object; explore goes through locks`)
  if (shared !== null) return print(shared, options)
  if (options.passages === undefined) return null
  throw new InputError(`--passages is for algorithms for shared memory; ${name} passes messages`)
}

function print(algorithm: SharedMemoryAlgorithm, options: SharedExploreOptions): number {
  const { name, requires } = algorithm
  const given = foreign.find((key) => Object.hasOwn(options, key))
  if (given !== undefined)
    throw new InputError(
      `${name} runs on shared memory, where --${given} has no meaning; there are --n, --passages, --states, --no-costs, --json`,
    )
  const { n = requires.size, passages = Number.POSITIVE_INFINITY, states, costs, json } = options
  if (n === undefined) throw new InputError(`${name} needs --n, the number of processors`)
  const found = exploreShared(algorithm, { n, passages, states, costs })
  const told = { algorithm, n, passages, found }
  process.stdout.write(
    json ? `${JSON.stringify(sharedExplorationJson(told))}\n` : describeSharedExploration(told),
  )
  const broken = judgeExploredClaims(algorithm, n, found).some(({ verdict }) => verdict === 'violated')
  if (broken || brokenGuarantee(algorithm, found) !== null) return exitCodes.violated
  return found.complete ? exitCodes.ok : exitCodes.failed
}
