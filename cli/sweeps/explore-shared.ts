import {
  brokenGuarantee,
  exploreShared,
  InputError,
  judgeExploredClaims,
  type SharedMemoryAlgorithm,
} from '../../engine/index.ts'
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

/** Explores an algorithm for shared memory and prints what was found; the exit code. Throws an InputError. */
export function printSharedExploration(
  algorithm: SharedMemoryAlgorithm,
  options: SharedExploreOptions,
): number {
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
