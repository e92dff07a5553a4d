import { InputError } from '../../errors.ts'
import { initialSharedConfiguration, type SharedMemorySystem } from '../../shared-memory/formal/index.ts'
import {
  type AnySharedAlgorithm,
  callsAsked,
  isSharedObject,
  type ObjectCall,
  operationNames,
  type SharedObject,
  type SharedRun,
  schedulers,
  type VariableLayout,
} from '../../shared-memory/index.ts'
import {
  type RecordedCall,
  type RecordedNetwork,
  type RecordedVariable,
  type SharedHeader,
  sharedExecutionFormat,
} from './format.ts'

/** What the header of a record is made from. */
export interface SharedHeaderParts extends SharedRun {
  /** The user's module that has the algorithm. Default: null, the catalogue's. */
  readonly module?: string | null
  readonly repeatsFrom?: number | null
  /** Of an algorithm whose messages pass through registers, what it runs on; the seed is that of its coins, too. */
  readonly network?: RecordedNetwork
}

/** The header of a recorded execution on shared memory. Defaults are those of the run. */
export function sharedHeaderOf(algorithm: AnySharedAlgorithm, parts: SharedHeaderParts): SharedHeader {
  const { n, scheduler = 'random', given, seed } = parts
  const header: SharedHeader = {
    format: sharedExecutionFormat,
    algorithm: algorithm.name,
    module: parts.module ?? null,
    n,
    ...(isSharedObject(algorithm) ? operationsOf(algorithm, parts) : passagesOf(parts)),
    ...(parts.network !== undefined && { network: parts.network }),
    scheduler: given === undefined ? scheduler : null,
    seed,
    timed: given === undefined && schedulers.at(scheduler, n).entry.timed === true,
    doorway_ends: isSharedObject(algorithm) ? null : (algorithm.doorwayEnds ?? null),
    variables: [],
    repeats_from: parts.repeatsFrom ?? null,
  }
  return { ...header, variables: recordedVariables(recordedSystem(header, algorithm)) }
}

function passagesOf({
  n,
  passages = 10,
  participants = n,
}: SharedHeaderParts): Pick<SharedHeader, 'passages'> {
  const wanted = Number.isFinite(passages) ? passages : null
  return { passages: Array.from({ length: n }, (_, p) => (p < participants ? wanted : 0)) }
}

function operationsOf(
  object: SharedObject,
  parts: SharedHeaderParts,
): Required<Pick<SharedHeader, 'passages' | 'calls' | 'condition'>> {
  const names = operationNames(object)
  const calls = callsAsked(object, parts)
  const written = ({ operation, argument }: ObjectCall): RecordedCall =>
    argument === null ? [names[operation]!] : [names[operation]!, argument]
  return {
    passages: calls.map(({ length }) => (parts.repeats === true && length > 0 ? null : length)),
    calls: calls.map((own) => own.map(written)),
    condition: object.guarantees,
  }
}

/** The system that a header speaks of. Throws an InputError if the algorithm has none such. */
export function recordedSystem(
  { n, passages: recorded, calls }: SharedHeader,
  algorithm: AnySharedAlgorithm,
): SharedMemorySystem {
  const passages = recorded.map((count) => count ?? Number.POSITIVE_INFINITY)
  if (!isSharedObject(algorithm)) {
    if (calls === undefined) return { algorithm, n, passages }
    throw new InputError(`${algorithm.name} is a lock, but the header says what it is asked for`)
  }
  if (calls === undefined)
    throw new InputError(`${algorithm.name} is an object, but the header does not say what it is asked for`)
  const names = operationNames(algorithm)
  const read = ([name, argument = null]: RecordedCall): ObjectCall => {
    const operation = names.indexOf(name)
    if (operation < 0) throw new InputError(`${algorithm.name} has no operation ${name}`)
    return { operation, argument }
  }
  for (const [p, { length }] of calls.entries())
    if (recorded[p] !== length && (recorded[p] !== null || length === 0))
      throw new InputError(`p_${p} is asked for ${length} operations, but passages says ${recorded[p]}`)
  return { algorithm, n, passages, calls: calls.map((own) => own.map(read)) }
}

/** The local variables that processors begin with. */
export const initialSharedStates = (header: SharedHeader, algorithm: AnySharedAlgorithm): object[] =>
  initialSharedConfiguration(recordedSystem(header, algorithm)).processors.map(({ state }) => state)

/** The variables of a system, as records have them. */
export function recordedVariables(system: SharedMemorySystem): RecordedVariable[] {
  const { variables, values } = initialSharedConfiguration(system)
  return variables.map((variable, i) => recordedVariable(variable, values[i]))
}

const recordedVariable = (
  { name, holdsData, isCoin, min, max, offers, writers, readers, home }: VariableLayout,
  initial: unknown,
): RecordedVariable => ({
  name,
  ...(isCoin && { coin: true as const }),
  initial,
  min: holdsData ? null : min,
  max: Number.isFinite(max) ? max : null,
  offers,
  writers,
  readers,
  home,
})
