import {
  type CheckedStep,
  exploreShared,
  formalShared,
  InputError,
  isSharedObject,
  judgeExploredClaims,
  type RecordedSharedSchedule,
  recordedSystem,
  recordSharedSchedule,
  type SharedHeader,
  type SharedMeasure,
  type SharedMemoryAlgorithm,
  type SharedObject,
  type SharedWitness,
  sharedWitness,
  verifyShared,
} from '../../../engine/index.ts'
import { moduleOfShared } from '../../cell/index.ts'
import type { OpenSharedRecord } from '../../executions/index.ts'
import { reasonFor, type SharedSymptom, symptomOf } from './shared-symptom.ts'
import { shrinkObject } from './shrink-object.ts'
import { withoutNeedless } from './without-needless.ts'

/** A small execution on shared memory that goes wrong as a recorded one does. */
export interface ShrunkShared {
  readonly recorded: RecordedSharedSchedule
  /** What goes wrong in it. */
  readonly symptom: string
  readonly n: number
  /** Whether all interleavings of smaller systems were gone through, and no schedule of this one goes wrong sooner. */
  readonly smallest: boolean
}

interface Found {
  readonly n: number
  readonly passages: number
  readonly witness: SharedWitness
  readonly smallest: boolean
}

/** No system is explored further than so many configurations. */
const statesMax = 200_000

/**
 * Looks for a small execution that goes wrong as a recorded one does: goes through all interleavings of fewer processors and
 * passages, from the fewest on. Where there are too many, it leaves out steps of the recorded schedule that nothing depends on.
 */
export function shrinkShared(record: OpenSharedRecord): ShrunkShared {
  const { path, header, shared: algorithm } = record
  if (header.network !== undefined)
    throw new InputError(
      `${path}: ${header.algorithm} runs on its network alone; there is no smaller one to look at`,
    )
  const schedule: number[] = []
  const onStep = ({ step }: CheckedStep) => {
    if (step !== null) schedule.push(formalShared.moveOf(step, header.n))
  }
  const { end, first_error } = verifyShared(header, record.lines, algorithm, path, onStep)
  if (end === null)
    throw new InputError(`${path} is not true, so there is nothing to shrink: ${first_error!.problem}`)
  const symptom = symptomOf(end)
  if (symptom === null)
    throw new InputError(`${path}: nothing goes wrong in this run, so there is nothing to shrink`)
  const failing = end.outcome === 'failed' ? [end.processor!] : []
  const whole = [...schedule, ...failing]
  const found = isSharedObject(algorithm)
    ? smallerObject(algorithm, header, whole, symptom)
    : smallerLock(algorithm, header, whole, symptom)
  if (found === null)
    throw new InputError(`${path}: no smaller execution was found that goes wrong in the same way`)
  const { execution, smallest } = found
  const recorded = recordSharedSchedule(algorithm, { ...execution, module: moduleOfShared(algorithm) })
  return { recorded, symptom: symptom.text, n: execution.n, smallest }
}

function smallerObject(
  object: SharedObject,
  header: SharedHeader,
  schedule: readonly number[],
  symptom: SharedSymptom,
): ReturnType<typeof shrinkObject> {
  const calls = recordedSystem(header, object).calls!
  const repeats = header.passages.includes(null)
  return shrinkObject(object, { calls, repeats, schedule, repeatsFrom: header.repeats_from }, symptom)
}

function smallerLock(
  lock: SharedMemoryAlgorithm,
  { n: most, passages: each, repeats_from: repeatsFrom }: SharedHeader,
  schedule: readonly number[],
  symptom: SharedSymptom,
): ReturnType<typeof shrinkObject> {
  const given = { n: most, passages: Math.max(...each.map((count) => count ?? Number.POSITIVE_INFINITY)) }
  const found = explored(lock, given, symptom) ?? reduced(lock, given, schedule, repeatsFrom, symptom)
  if (found === null) return null
  const { n, passages, witness, smallest } = found
  return { execution: { n, passages, ...witness }, smallest }
}

/** Of all systems that are no larger, the first in which it goes wrong in the same way. */
function explored(
  algorithm: SharedMemoryAlgorithm,
  { n: most, passages: each }: { readonly n: number; readonly passages: number },
  symptom: SharedSymptom,
): Found | null {
  const { size, sizeMin = 1 } = algorithm.requires
  const tried = [1, 2, 3, each].filter((passages, i, all) => passages <= each && all.indexOf(passages) === i)
  let smallest = true
  for (let n = size ?? sizeMin; n <= most; n++)
    for (const passages of tried) {
      const costs = symptom.measure !== null
      const found = exploreShared(algorithm, { n, passages, states: statesMax, costs })
      const { property, measure } = symptom
      const claim = judgeExploredClaims(algorithm, n, found).find(
        (one) => one.measure === measure && one.verdict === 'violated',
      )
      const name =
        property === 'no deadlock' ? 'deadlock' : property === 'no lockout' ? 'lockout' : 'violation'
      const sought = (claim?.measure as SharedMeasure | undefined) ?? (measure === null ? name : null)
      const witness = sought === null ? null : sharedWitness(found, sought)
      const same = name !== 'violation' || measure !== null || found.violation?.property === property
      if (witness !== null && same)
        return { n, passages, witness, smallest: smallest && name === 'violation' }
      smallest &&= found.complete
    }
  return null
}

/** The recorded schedule without steps that it goes wrong without, too; null where it cannot do without any. */
function reduced(
  algorithm: SharedMemoryAlgorithm,
  { n, passages }: { readonly n: number; readonly passages: number },
  schedule: readonly number[],
  repeatsFrom: number | null,
  symptom: SharedSymptom,
): Found | null {
  if (repeatsFrom !== null) return null
  const goesWrong = (given: readonly number[]) =>
    reasonFor(algorithm, { n, passages, given }, symptom) !== null
  const less = withoutNeedless(schedule, goesWrong)
  const reason = reasonFor(algorithm, { n, passages, given: less }, symptom)
  if (reason === null) return null
  const { property } = symptom
  const violates = property === null || property === 'failed' ? {} : { violates: { property, reason } }
  return { n, passages, witness: { schedule: less, ...violates }, smallest: false }
}
