import { INVOKES, type Play, WAKES } from './play.ts'

/**
 * The latest time that each step of a schedule can have when no delay exceeds 1, by step: whole numbers.
 *
 * Step i comes no later than any step j after it, and a step that processes a message no later than one unit after
 * the step that sends it. So step i comes at most one unit after the sending of any message that is in transit before
 * it. Going through the schedule, let each step come exactly at the earliest of these deadlines: this satisfies every
 * constraint, and no solution has a later time anywhere. A step with nothing in transit before it, a wake-up, comes at
 * the time of its predecessor; wake-ups that are not chosen come at 0. Where processors are asked for something, all else
 * comes at 1 at the earliest, so that there is room between. Deadlines never decrease, so all in transit were sent in the last two units.
 *
 * The first `hurried` steps happen at once: so the time from the next step on is as long as may be.
 *
 * Times of one processor must increase strictly and delays be positive, so these times are approached as closely as one
 * likes, and reached only where no two steps of the schedule that must follow each other have the same.
 */
export function latestLevels({ wakeUps, steps, messages }: Play, hurried = 0): Int32Array {
  const levels = new Int32Array(steps.length)
  const processed = new Uint8Array(messages.length)
  /** All messages before this one are processed. Messages are numbered in the order of their deadlines. */
  let first = 0
  let now = steps.some(({ message }) => message === INVOKES) ? 1 : 0
  for (const [i, { message, firstSent }] of steps.entries()) {
    if (message === WAKES && wakeUps === 'at zero') continue
    while (processed[first] === 1) first++
    if (first < firstSent && i >= hurried) now = levels[messages[first]!.sentIn]! + 1
    levels[i] = now
    if (message >= 0) processed[message] = 1
  }
  return levels
}
