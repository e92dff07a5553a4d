import { explore, InputError } from '../../../engine/index.ts'
import type { FinishedAttack } from './run-attack.ts'

/**
 * The largest cost over all schedules of the instance that a search has found; null if there are more than so many
 * configurations to go through. Throws an InputError where exploration cannot tell.
 */
export function exactCost({ algorithm, result }: FinishedAttack, states: number): number | null {
  const { objective, instance, wakeUps } = result
  assertExact(objective)
  // Where the schedule chooses who wakes by itself, all may.
  const explored =
    wakeUps === 'chosen' ? instance.with({ wakeTimes: new Float64Array(instance.network.n) }) : instance
  const time = objective === 'time'
  const found = explore(algorithm, explored, { states, wakeUps, time: time && wakeUps === 'at zero' })
  if (time) return found.time?.exhausted ? found.time.max : null
  if (!found.exhausted || found.endless) return null
  // An algorithm with one type of message has no counts by type.
  return (found.counts.find(({ measure }) => measure === objective) ?? found.counts[0]!).max
}

/** Throws an InputError unless exploration can tell the largest value of this objective. */
export function assertExact(objective: string): void {
  if (objective !== 'messages' && objective !== 'time' && !objective.startsWith('messages:'))
    throw new InputError(`--exact is for the objectives messages, messages:TYPE and time, not ${objective}`)
}
