import {
  brokenPromise,
  exploreObject,
  InputError,
  judgeExploredClaims,
  type SharedObject,
  sharedCalls,
  usualCalls,
} from '../../engine/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type InstanceOptions, workloadPart } from '../options/instance-options.ts'
import { describeObjectExploration, objectExplorationJson } from '../output/describe-object-exploration.ts'

/** The options of explore that an object has. */
interface ObjectExploreOptions extends InstanceOptions {
  readonly n?: number
  readonly passages?: number
  readonly repeats?: true
  readonly states: number
  readonly seed: number
  readonly costs: boolean
  readonly json?: true
}

/** Explores an object and prints what was found; the exit code. Throws an InputError. */
export function exploredObject(object: SharedObject, options: ObjectExploreOptions): number {
  const { name, requires } = object
  if (options.passages !== undefined)
    throw new InputError(
      `${name} is no lock and makes no passages; --workload closed:operations=2 says what it is asked for`,
    )
  const { n = requires.size, seed, repeats = false, states, costs, json } = options
  if (n === undefined) throw new InputError(`${name} needs --n, the number of processors`)
  const { workload } = workloadPart(options)
  const calls = workload === undefined ? usualCalls(object, n) : sharedCalls(object, n, seed, workload)
  const found = exploreObject(object, { n, calls, repeats, states, costs })
  const told = { object, n, calls, repeats, found }
  process.stdout.write(
    json ? `${JSON.stringify(objectExplorationJson(told))}\n` : describeObjectExploration(told),
  )
  const broken = judgeExploredClaims(object, n, found).some(({ verdict }) => verdict === 'violated')
  if (broken || brokenPromise(object, found) !== null) return exitCodes.violated
  return found.complete ? exitCodes.ok : exitCodes.failed
}
