import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import type { Choice } from '../../schedules/play.ts'
import { assertAsynchronous } from '../bivalence/assert-asynchronous.ts'
import { type MessageConfiguration, MessageWorld } from '../bivalence/message-world.ts'

/** What two halves come to of which neither hears of the other. */
export interface Halves {
  readonly halves: readonly (readonly number[])[]
  /** What each half decides while it hears of itself alone: of each member, null if it does not decide. */
  readonly decisions: readonly (readonly (number | null)[])[]
  /** After all have woken: first the first half, then the second, then all that was sent between them. */
  readonly schedule: readonly Choice[]
  readonly values: readonly number[]
  /** Of each half, how many events it has taken by itself; and whether it has more to do. */
  readonly events: readonly number[]
  readonly goesOn: readonly boolean[]
}

/**
 * The proof that n ≤ 2f processors cannot agree asynchronously, not even with coins (Attiya & Welch, sections 5.3 and 14.3;
 * Bracha & Toueg 1985), against an algorithm: each half has to decide by itself, since the other may have crashed. So one
 * decides 0 and the other 1 before they hear of each other. Where a half does not decide, it does not when the other has
 * crashed either. Throws an InputError where the theorem says nothing.
 */
export function splitHalves(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  { f, events }: { readonly f: number; readonly events: number },
): Halves {
  assertAsynchronous(algorithm)
  const { n } = instance.network
  if (n < 2 || n > 2 * f)
    throw new InputError(`the theorem is about 2 ≤ n ≤ 2f processors; here n = ${n}, f = ${f}`)
  const middle = Math.floor(n / 2)
  const everyone = Array.from({ length: n }, (_, p) => p)
  const halves = [everyone.slice(0, middle), everyone.slice(middle)]
  const values = everyone.map((p) => (p < middle ? 0 : 1))
  const world = new MessageWorld(algorithm, instance)
  const schedule: Choice[] = []
  let at = world.awake(values)
  const taken = halves.map((half) => {
    const before = schedule.length
    while (schedule.length - before < events) {
      const next = world
        .ready(at)
        .find(({ processor, sender }) => half.includes(processor) && half.includes(sender))
      if (next === undefined) break
      schedule.push(next)
      at = world.after(at, next)
    }
    return schedule.length - before
  })
  const decisions = halves.map((half) => half.map((p) => decisionOf(at, p)))
  const goesOn = taken.map((count) => count === events)
  for (
    let next = world.ready(at)[0];
    next !== undefined && schedule.length < 3 * events;
    next = world.ready(at)[0]
  ) {
    schedule.push(next)
    at = world.after(at, next)
  }
  return { halves, decisions, schedule, values, events: taken, goesOn }
}

const decisionOf = ({ locals }: MessageConfiguration, p: number): number | null =>
  (locals[p]!.state as { readonly decided?: number | null }).decided ?? null
