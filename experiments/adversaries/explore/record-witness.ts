import {
  type Choice,
  type ComputedInstance,
  play,
  type RecordedSchedule,
  recordSchedule,
  timePlay,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'
import type { FinishedExploration } from './run-explore.ts'

/** A schedule of one of the instances that were explored. */
export interface Witness {
  /** The place of the instance. */
  readonly instance: number
  readonly choices: readonly Choice[]
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
  const { algorithm, identifiers, setup } = finished
  const { choices, failure } = witness
  const problem = instanceAt(finished, witness.instance)
  const last = choices.at(-1)
  const failing = failure === undefined || last === undefined ? null : { reason: failure, ...last }
  const carriedOut = failing === null ? choices : choices.slice(0, -1)
  const timed = timePlay(play(algorithm, problem, carriedOut, setup.wakeUps), failing?.message)
  return recordSchedule(algorithm, problem, timed, {
    module: recordedModule(algorithm),
    identifiers,
    failing,
  })
}
