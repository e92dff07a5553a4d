import {
  type CheckedStep,
  executeShared,
  exploreShared,
  InputError,
  judgeExploredClaims,
  judgeShared,
  type RecordedSharedSchedule,
  recordSharedSchedule,
  type SharedEnd,
  type SharedMeasure,
  type SharedMemoryAlgorithm,
  type SharedWitness,
  sharedWitness,
  verifyShared,
} from '../../../engine/index.ts'
import { moduleOfShared } from '../../cell/index.ts'
import type { OpenSharedRecord } from '../../executions/index.ts'
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

/** What goes wrong in an execution. */
interface Symptom {
  readonly text: string
  readonly property: string | null
  /** The measure whose claim is violated. */
  readonly measure: SharedMeasure | null
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
  const schedule: number[] = []
  const onStep = ({ recorded }: CheckedStep) => schedule.push(recorded.processor)
  const { end, first_error } = verifyShared(header, record.lines, algorithm, path, onStep)
  if (end === null)
    throw new InputError(`${path} is not true, so there is nothing to shrink: ${first_error!.problem}`)
  const symptom = symptomOf(end)
  if (symptom === null)
    throw new InputError(`${path}: nothing goes wrong in this run, so there is nothing to shrink`)
  const passages = Math.max(...header.passages.map((count) => count ?? Number.POSITIVE_INFINITY))
  const given = { n: header.n, passages }
  const failing = end.outcome === 'failed' ? [end.processor!] : []
  const found =
    explored(algorithm, given, symptom) ??
    reduced(algorithm, given, [...schedule, ...failing], header.repeats_from, symptom)
  if (found === null)
    throw new InputError(`${path}: no smaller execution was found that goes wrong in the same way`)
  const { n, witness, smallest } = found
  const module = moduleOfShared(algorithm)
  const recorded = recordSharedSchedule(algorithm, { n, passages: found.passages, module, ...witness })
  return { recorded, symptom: symptom.text, n, smallest }
}

function symptomOf({ outcome, property, claims }: SharedEnd): Symptom | null {
  if (outcome === 'failed') return { text: 'a step that fails', property: 'failed', measure: null }
  if (property !== null) return { text: property, property, measure: null }
  const claim = claims?.find(({ verdict }) => verdict === 'violated')
  if (claim === undefined) return null
  const { measure, kind, formula } = claim
  return { text: `${measure} ${kind} ${formula}`, property: null, measure: measure as SharedMeasure }
}

/** Of all systems that are no larger, the first in which it goes wrong in the same way. */
function explored(
  algorithm: SharedMemoryAlgorithm,
  { n: most, passages: each }: { readonly n: number; readonly passages: number },
  symptom: Symptom,
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
  { property, measure }: Symptom,
): Found | null {
  if (repeatsFrom !== null) return null
  let reason = ''
  const goesWrong = (given: readonly number[]): boolean => {
    try {
      const execution = executeShared(algorithm, { n, passages, given, seed: 0 })
      const { outcome } = execution
      if (measure !== null)
        return judgeShared(algorithm, n, execution).some(
          (one) => one.measure === measure && one.verdict === 'violated',
        )
      if ('reason' in outcome) reason = outcome.reason
      return outcome.kind === 'failed'
        ? property === 'failed'
        : outcome.kind === 'violated' && outcome.property === property
    } catch (error) {
      // A step that was left out can leave one too many for its processor.
      if (error instanceof InputError) return false
      throw error
    }
  }
  const less = withoutNeedless(schedule, goesWrong)
  if (!goesWrong(less)) return null
  const violates = property === null || property === 'failed' ? {} : { violates: { property, reason } }
  return { n, passages, witness: { schedule: less, ...violates }, smallest: false }
}
