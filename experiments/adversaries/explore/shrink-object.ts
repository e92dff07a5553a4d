import {
  exploreObject,
  formalShared,
  holdObject,
  judgeExploredClaims,
  type ObjectCall,
  objectWitness,
  operationsOf,
  type SharedObject,
  type SharedSchedule,
} from '../../../engine/index.ts'
import { reasonFor, type SharedSymptom } from './shared-symptom.ts'
import { withoutNeedless } from './without-needless.ts'

/** What each processor is asked for. */
type Calls = readonly (readonly ObjectCall[])[]

/** An execution of an object that goes wrong. */
interface WrongObject {
  readonly calls: Calls
  readonly repeats: boolean
  readonly schedule: readonly number[]
  readonly repeatsFrom: number | null
}

/** An execution that goes wrong in the same way, of a system that is no larger. */
interface SmallerObject {
  readonly execution: SharedSchedule
  /** Whether all interleavings of smaller systems were gone through, and no schedule of this one goes wrong sooner. */
  readonly smallest: boolean
}

/** No system is explored further than so many configurations. */
const statesMax = 200_000

/**
 * Looks for a small execution of an object that goes wrong as a given one does. First it goes through all interleavings of the
 * operations that the least wrong part of its history has, then of fewer processors and operations, from the fewest on; where
 * there are too many, it leaves out steps that nothing depends on. Null if all that comes to nothing.
 */
export function shrinkObject(
  object: SharedObject,
  wrong: WrongObject,
  symptom: SharedSymptom,
): SmallerObject | null {
  const least = leastCalls(object, wrong)
  const found = least === null ? null : explored(object, least, false, symptom)
  if (found?.execution != null) return { execution: found.execution, smallest: false }
  return fewest(object, wrong, symptom) ?? reduced(object, wrong, symptom)
}

/** The operations of the least part of a history that is wrong; null if it is right. */
function leastCalls(object: SharedObject, { calls, repeats, schedule }: WrongObject): Calls | null {
  const passages = calls.map(({ length }) => (repeats ? Number.POSITIVE_INFINITY : length))
  const system = { algorithm: object, n: calls.length, passages, calls }
  const run = formalShared.sharedExec(formalShared.initialSharedConfiguration(system), schedule)
  const history = formalShared.sharedHistory(run.kind === 'execution' ? run.execution : run.prefix)
  const finding = holdObject(object, calls.length, history)
  if (finding.kind !== 'wrong') return null
  const names = Object.keys(object.service.operations)
  const part = operationsOf(finding.fault.part)
  const own = calls.map((_, p) =>
    part.flatMap(({ processor, operation, argument = null }) =>
      processor === p ? [{ operation: names.indexOf(operation), argument }] : [],
    ),
  )
  const { size, sizeMin = 1 } = object.requires
  const last = own.findLastIndex(({ length }) => length > 0)
  return own.slice(0, Math.max(size ?? sizeMin, last + 1))
}

/** The first executions that go wrong of the fewest processors, each asked for the fewest of its operations. */
function fewest(object: SharedObject, wrong: WrongObject, symptom: SharedSymptom): SmallerObject | null {
  const { size, sizeMin = 1 } = object.requires
  const most = Math.max(...wrong.calls.map(({ length }) => length))
  let smallest = true
  for (let n = size ?? sizeMin; n <= wrong.calls.length; n++)
    for (let each = 1; each <= Math.min(4, most); each++) {
      const calls = wrong.calls.slice(0, n).map((own) => own.slice(0, each))
      const { execution, complete } = explored(object, calls, wrong.repeats, symptom)
      if (execution !== null) return { execution, smallest: smallest && execution.repeatsFrom === undefined }
      smallest &&= complete
    }
  return null
}

/** The execution of a system that goes wrong, and whether all of its executions are known. */
function explored(object: SharedObject, calls: Calls, repeats: boolean, symptom: SharedSymptom) {
  const { property, measure } = symptom
  const n = calls.length
  const found = exploreObject(object, { n, calls, repeats, states: statesMax, costs: measure !== null })
  const isSame = found.violation?.property === property
  const claim = judgeExploredClaims(object, n, found).find(
    (one) => one.measure === measure && one.verdict === 'violated',
  )
  const name = claim?.measure ?? (isSame ? 'violation' : (property ?? ''))
  const witness = objectWitness(found, name)
  const execution: SharedSchedule | null = witness === null ? null : { n, calls, repeats, ...witness }
  return { execution, complete: found.complete }
}

/** The recorded schedule without steps that it goes wrong without, too. */
function reduced(object: SharedObject, wrong: WrongObject, symptom: SharedSymptom): SmallerObject | null {
  const { calls, repeats, repeatsFrom, schedule } = wrong
  if (repeatsFrom !== null) return null
  const system = { n: calls.length, calls, repeats }
  const goesWrong = (given: readonly number[]) => reasonFor(object, { ...system, given }, symptom) !== null
  const less = withoutNeedless(schedule, goesWrong)
  if (!goesWrong(less)) return null
  return { execution: { ...system, schedule: less }, smallest: false }
}
