import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { type Choice, recordSchedule, timeSchedule, type WakeUps } from '../schedules/index.ts'
import type { Objective } from './objective.ts'

/** What was measured is reached but for what steps need to follow one another. */
const tolerance = 1e-3

/**
 * How many of the first steps of a schedule have to happen at once so that its objective has, in the record of an execution,
 * the value that was found: up to one of those with which something begins that may take so long. 0 where no such thing
 * is needed.
 */
export function hurriedFor(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  schedule: readonly Choice[],
  wakeUps: WakeUps,
  begins: readonly number[],
  { value }: Objective,
  found: number,
): number {
  const reached = (hurried: number): boolean => {
    const recorded = recordSchedule(
      algorithm,
      instance,
      timeSchedule(algorithm, instance, schedule, wakeUps, hurried),
    )
    const { measures, final } = recorded.execution
    return value({ measures, final, instance }) >= found - tolerance
  }
  return [0, ...begins.map((step) => step + 1)].find(reached) ?? 0
}
