import {
  brokenPromise,
  countExecutions,
  exploreObject,
  InputError,
  judgeExploredClaims,
  type ObjectCall,
  type ObjectExploration,
  objectWitness,
  objectWitnessNames,
  recordSharedSchedule,
  type SharedObject,
  sharedCalls,
  usualCalls,
} from '../../engine/index.ts'
import { moduleOfShared, writeRecord } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { type InstanceOptions, workloadPart } from '../options/instance-options.ts'
import { describeObjectExploration, objectExplorationJson } from '../output/describe-object-exploration.ts'
import { chosenWitness } from './chosen-witness.ts'
import { exploredChance } from './explore-chance.ts'

/** The options of explore that an object has. */
interface ObjectExploreOptions extends InstanceOptions {
  readonly n?: number
  readonly passages?: number
  readonly repeats?: true
  readonly count?: true
  readonly expected?: true
  readonly states: number
  readonly seed: number
  readonly costs: boolean
  readonly reduce?: true
  readonly record?: string
  readonly extreme?: string
  readonly json?: true
}

/** Explores an object and prints what was found; the exit code. Throws an InputError. */
export function exploredObject(object: SharedObject, options: ObjectExploreOptions): number {
  const { name, requires } = object
  if (options.passages !== undefined)
    throw new InputError(
      `${name} is no lock and makes no passages; --workload closed:operations=2 says what it is asked for`,
    )
  const { n = requires.size, seed, repeats = false, states, costs, reduce = false, json } = options
  if (n === undefined) throw new InputError(`${name} needs --n, the number of processors`)
  const { workload } = workloadPart(options)
  const calls = workload === undefined ? usualCalls(object, n) : sharedCalls(object, n, seed, workload)
  if (options.expected) return exploredChance(object, workload === undefined ? undefined : calls, n, options)
  if (options.count) return counted(object, calls, options)
  const found = exploreObject(object, { n, calls, repeats, states, costs, reduce })
  const { record: file = null, extreme } = options
  if (file !== null) record(object, { n, calls, repeats, found }, file, extreme)
  const told = { object, n, calls, repeats, reduce, found, file }
  process.stdout.write(
    json ? `${JSON.stringify(objectExplorationJson(told))}\n` : describeObjectExploration(told),
  )
  const broken = judgeExploredClaims(object, n, found).some(({ verdict }) => verdict === 'violated')
  if (broken || brokenPromise(object, found) !== null) return exitCodes.violated
  return found.complete ? exitCodes.ok : exitCodes.failed
}

/** Counts the executions and prints how many there are; the exit code. */
function counted(object: SharedObject, calls: Explored['calls'], options: ObjectExploreOptions): number {
  const { name } = object
  if (options.repeats || options.record !== undefined)
    throw new InputError(`${name}: --count counts executions that end, and has no --repeats and no --record`)
  const { executions, redundant, complete } = countExecutions(object, {
    n: calls.length,
    calls,
    states: options.states,
  })
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ algorithm: name, n: calls.length, executions, redundant, complete })}\n`
      : `${name}: ${complete ? '' : 'more than '}${executions.toLocaleString('en')} executions of ${calls.length} processors, up to the order of steps that commute\n`,
  )
  return complete ? exitCodes.ok : exitCodes.failed
}

interface Explored {
  readonly n: number
  readonly calls: readonly (readonly ObjectCall[])[]
  readonly repeats: boolean
  readonly found: ObjectExploration
}

/** Writes the execution that was asked for; by default what goes wrong, else one of the most steps. */
function record(
  object: SharedObject,
  { found, ...system }: Explored,
  file: string,
  extreme: string | undefined,
): void {
  const names = objectWitnessNames(found)
  const broken = brokenPromise(object, found)
  const wrong = broken === 'lock-free' || broken === 'wait-free' ? broken : 'violation'
  const usual = broken === null ? names.find((name) => name.includes(':')) : wrong
  const witness = objectWitness(found, chosenWitness(names, usual, extreme))!
  const module = moduleOfShared(object)
  writeRecord(recordSharedSchedule(object, { ...system, module, ...witness }).blocks, file)
}
