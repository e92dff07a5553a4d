import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { Streams } from '../../../random.ts'
import { runsInRoundsOnly } from '../../../simulation/machine/requirements.ts'
import { assertLies, type FaultModel } from '../../resilience/index.ts'
import type { Objective } from '../objective.ts'
import { Asynchronously } from './asynchronously.ts'
import { climb, type Tried } from './climb.ts'
import { InRounds } from './in-rounds.ts'

interface FaultAttackOptions {
  /** What is made large; null: nothing but how far processors are apart, so that a property breaks. */
  readonly objective: Objective | null
  readonly runs: number
  readonly seed: number
  /** Whether the inputs are chosen, or are those of the instance. */
  readonly values: boolean
  /** Default: in rounds if the algorithm runs in rounds only, else asynchronous. */
  readonly timing?: 'synchronous' | 'asynchronous'
  /** Stops it. */
  readonly stopped?: () => boolean
}

/** The worst execution that was found. */
export interface FaultAttack extends Pick<Tried, 'script' | 'broken'> {
  /** Of the objective; null if there is none. */
  readonly value: number | null
  /** Why something is still open in it, where it was cut off; null if it ended. */
  readonly endless: string | null
  readonly runs: number
  /** The run in which it was found, counted from 1. */
  readonly run: number
}

/** How an algorithm is attacked where nothing else is asked for. */
export const timingOfAttack = (algorithm: AnyAlgorithm): 'synchronous' | 'asynchronous' =>
  runsInRoundsOnly(algorithm) ? 'synchronous' : 'asynchronous'

/**
 * Searches for the faults, the inputs and, in asynchronous executions, the delays that make an execution as bad as possible. It
 * begins where nothing fails and changes one thing after another, as long as the execution does not become better. An execution
 * that breaks a property is worse than any other and ends the search. Throws an InputError.
 */
export function attackFaults(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  model: FaultModel,
  { objective, runs, seed, values, timing = timingOfAttack(algorithm), stopped }: FaultAttackOptions,
): FaultAttack {
  const stream = new Streams(seed).stream('attack/faults')
  const chosen = { objective, values, stream }
  const limit = { runs, stopped }
  if (timing === 'asynchronous') {
    const ground = new Asynchronously(algorithm, instance, model, chosen)
    const { best, ...found } = climb(algorithm.name, ground, limit)
    return { ...foundIn(best, objective), endless: best.endless, ...found }
  }
  if (model.kind === 'byzantine') assertLies(algorithm, instance)
  const { best, ...found } = climb(algorithm.name, new InRounds(algorithm, instance, model, chosen), limit)
  return { ...foundIn(best, objective), endless: null, ...found }
}

const foundIn = ({ script, broken, value }: Tried, objective: Objective | null) => ({
  ...{ script, broken },
  value: objective === null ? null : value,
})
