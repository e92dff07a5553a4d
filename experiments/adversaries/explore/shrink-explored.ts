import {
  type AnyAlgorithm,
  assertRequirements,
  type ComputedInstance,
  type End,
  exploreOne,
  exploreRounds,
  InputError,
  LineReader,
  parseFormula,
  type RecordedSchedule,
  shortestViolation,
  smallerInstances,
  type WakeUps,
} from '../../../engine/index.ts'
import type { OpenRecord } from '../../executions/index.ts'
import { recordFound, type Witness, type WitnessSetting } from './record-witness.ts'

/** An execution that goes wrong as a recorded one does, on the smallest instance that was found. */
export interface ShrunkExecution {
  readonly recorded: RecordedSchedule
  /** What goes wrong in it. */
  readonly symptom: string
  /** Whether no schedule of its instance goes wrong so in fewer steps. */
  readonly shortest: boolean
  /** How many instances were explored. */
  readonly instances: number
}

/** No instance is explored further than so many configurations. */
const states = 200_000

type Found = Omit<Witness, 'instance'> & { readonly shortest: boolean }

/**
 * Looks for a small execution that goes wrong as a recorded one does of which only the instance and the schedule are known,
 * such as explore writes. Takes away one processor after the other, as long as some schedule of what is left goes wrong
 * in the same way. Of the schedules it takes a shortest one, unless it is a claim that fails.
 */
export function shrinkExplored(record: OpenRecord): ShrunkExecution {
  const { algorithm, header, path } = record
  if (algorithm.service !== undefined)
    throw new InputError(`${path}: ${algorithm.name} offers a service; such executions cannot be shrunk`)
  const symptom = symptomOf(endOf(record))
  if (symptom === null)
    throw new InputError(`${path}: nothing goes wrong in this run, so there is nothing to shrink`)
  const timed = Array.from(record.instance.wakeTimes).every(
    (time) => time === 0 || time === Number.POSITIVE_INFINITY,
  )
  const synchronous = header.timing === 'synchronous'
  const wakeUps: WakeUps = timed || synchronous ? 'at zero' : 'chosen'
  const setting = { identifiers: header.instance.identifiers, timing: header.timing, wakeUps }
  let instance = wakeUps === 'chosen' ? wakingAnyTime(record.instance) : record.instance
  let instances = 1
  let found = find(algorithm, instance, symptom, setting)
  if (found === null)
    throw new InputError(
      `${path}: among ${states.toLocaleString('en')} configurations of its instance, ${symptom} was not found again, so nothing smaller was`,
    )
  const improve = (): boolean => {
    for (const smaller of smallerInstances(instance, algorithm.requires.root === true)) {
      if (!isAllowed(algorithm, smaller, header.timing)) continue
      instances++
      const witness = find(algorithm, smaller, symptom, setting)
      if (witness === null) continue
      ;[instance, found] = [smaller, witness]
      return true
    }
    return false
  }
  while (improve());
  const recorded = recordFound(algorithm, instance, found, setting)
  return { recorded, symptom, shortest: found.shortest, instances }
}

/** A schedule of an instance that goes wrong in this way; null if none was found. */
function find(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  symptom: string,
  { identifiers, timing, wakeUps }: WitnessSetting,
): Found | null {
  const isFault = (name: string): boolean =>
    name === 'failed' || name === 'termination' || Object.hasOwn(algorithm.properties ?? {}, name)
  if (timing === 'asynchronous' && isFault(symptom)) {
    const found = shortestViolation(algorithm, instance, symptom, { wakeUps, states })
    if (found === null) return null
    return { ...found, ...(symptom === 'failed' && { failure: found.reason }), shortest: true }
  }
  const options = { wakeUps, states, identifiers, time: symptom.startsWith('time ') }
  const { violations } =
    timing === 'synchronous'
      ? exploreRounds(algorithm, instance, 0, options)
      : exploreOne(algorithm, instance, 0, options)
  // Where something worse goes wrong, too, it is not the same.
  if (!isFault(symptom) && violations.some(({ property }) => isFault(property))) return null
  const found = violations.find(({ property }) => property === symptom)
  return found === undefined ? null : { ...found, shortest: timing === 'synchronous' }
}

/** What goes wrong in a recorded execution: the property, `failed`, or the claim; null if nothing does. */
function symptomOf({ outcome, detail, claims }: End): string | null {
  if (outcome === 'failed') return 'failed'
  if (outcome === 'violated') return detail?.split(':')[0] ?? null
  const claim = claims?.find(({ verdict }) => verdict === 'violated')
  return claim === undefined ? null : `${claim.measure} ${claim.kind} ${parseFormula(claim.formula).text}`
}

/** The last line of a recorded execution. */
function endOf({ header, lines, path }: OpenRecord): End {
  let number = 1
  const reader = new LineReader(header, () => `${path}, line ${number}`)
  for (const line of lines) {
    number = line.number
    const read = reader.read(line.text)
    if (read.kind === 'end') return read.end
  }
  throw new InputError(`${path}, line ${number}: the file is cut off here; its last line must be the end`)
}

/** The instance whose initiators may wake at any moment. */
function wakingAnyTime(instance: ComputedInstance): ComputedInstance {
  const wakeTimes = Array.from(instance.wakeTimes, (time) => (Number.isFinite(time) ? 0 : time))
  return instance.with({ wakeTimes })
}

function isAllowed(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  timing: 'synchronous' | 'asynchronous',
): boolean {
  try {
    assertRequirements(algorithm, instance, timing)
    return true
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
