import {
  type AnyAlgorithm,
  type Cell,
  type Choice,
  type ComputedInstance,
  play,
  type RecordedSchedule,
  recordSchedule,
  type TimedSchedule,
  timePlay,
  WAKES,
  type WakeUps,
  wakersAtZero,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import { recordRounds } from './record-rounds.ts'
import type { FinishedExploration } from './run-explore.ts'

/** A schedule of one of the instances that were explored. */
export interface Witness {
  /** The place of the instance. */
  readonly instance: number
  readonly choices: readonly Choice[]
  /** How many of those who wake at time 0 have woken, if nothing else has happened. */
  readonly woken?: number
  /** What the algorithm throws in the last step, if it does. */
  readonly failure?: string
}

/** The instance at a place. */
export function instanceAt({ instances }: FinishedExploration, place: number): ComputedInstance {
  let i = 0
  for (const problem of instances()) if (i++ === place) return problem
  throw new RangeError(`there is no instance ${place}`)
}

/** The execution of a witness, timed as late as may be, after its own record was checked. */
export function recordWitness(finished: FinishedExploration, witness: Witness): RecordedSchedule {
  const problem = instanceAt(finished, witness.instance)
  const { algorithm, identifiers, timing, setup } = finished
  return recordFound(algorithm, problem, witness, { identifiers, timing, wakeUps: setup.wakeUps })
}

/** The circumstances of a witness. */
export interface WitnessSetting {
  /** The rule by which identifiers were assigned. */
  readonly identifiers: string
  readonly timing: Cell['timing']
  readonly wakeUps: WakeUps
}

/** The same for a schedule of an instance. */
export function recordFound(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  witness: Omit<Witness, 'instance'>,
  setting: WitnessSetting,
): RecordedSchedule {
  const { identifiers, timing, wakeUps } = setting
  if (timing === 'synchronous') return recordRounds(algorithm, problem, identifiers)
  const { failure } = witness
  const last = lastStep(problem, witness)
  const failing = failure === undefined || last === undefined ? null : { reason: failure, ...last }
  const timed = timedPrefix(algorithm, problem, witness, wakeUps, failing)
  return recordSchedule(algorithm, problem, timed, {
    module: recordedModule(algorithm),
    identifiers,
    failing,
  })
}

/** The last step of a witness; none if nothing happens in it. */
function lastStep(
  problem: ComputedInstance,
  { choices, woken }: Omit<Witness, 'instance'>,
): Choice | undefined {
  if (woken === undefined) return choices.at(-1)
  const processor = wakersAtZero(problem)[woken - 1]
  return processor === undefined ? undefined : { processor, message: WAKES }
}

/** The execution up to what fails, which comes next. */
function timedPrefix(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  { choices, woken }: Omit<Witness, 'instance'>,
  wakeUps: WakeUps,
  failing: Choice | null,
): TimedSchedule {
  const spared = failing === null ? 0 : 1
  // Those who have not woken yet still will, at time 0.
  if (woken !== undefined)
    return {
      ...timePlay(play(algorithm, problem, [], 'at zero', woken - spared)),
      wakeTimes: Float64Array.from(problem.wakeTimes),
    }
  const played = play(algorithm, problem, choices.slice(0, choices.length - spared), wakeUps)
  if (failing === null || failing.message !== WAKES) return timePlay(played, failing?.message)
  const timed = timePlay(played)
  timed.wakeTimes[failing.processor] = nextMoment(timed)
  return timed
}

/** A moment after all events of an execution that is cut off, before anything that is in transit arrives. */
function nextMoment({ events }: TimedSchedule): number {
  const last = events.at(-1)
  if (last === undefined) return 0
  const arrivals = events.flatMap(({ sent }) => sent.map(({ arrival }) => arrival))
  const next = Math.min(...arrivals.filter((arrival) => arrival > last.time), last.time + 1)
  return (last.time + next) / 2
}
