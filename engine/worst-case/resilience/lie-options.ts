import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Message } from '../../model/index.ts'

/** From whom to whom a lie goes, and when. */
interface Between {
  readonly liar: number
  readonly receiver: number
  readonly round: number
  /** All who lie. */
  readonly liars: readonly number[]
  /** What liars have learned that only others could have written. */
  readonly secrets: readonly string[]
}

/**
 * All that a liar may send to a neighbour in a round: what the algorithm declares as its `lies`, else nothing or one message
 * of its alphabet. Throws an InputError if it declares neither.
 */
export function lieOptions(
  algorithm: AnyAlgorithm,
  { network, f, values, ids }: ComputedInstance,
  between: Between,
): readonly (readonly Message[])[] {
  const system = { n: network.n, f, values: [...new Set([0, 1, ...Array.from(values)])] }
  if (algorithm.lies !== undefined)
    return algorithm.lies({
      ...system,
      ...between,
      ids: Array.from(ids),
      secrets: new Set(between.secrets),
    })
  if (algorithm.alphabet === undefined)
    throw new InputError(
      `${algorithm.name} does not say which messages there may be, so liars have nothing to choose from; declare alphabet: ({ n, f, values }) => […] with all of them`,
    )
  return [[], ...algorithm.alphabet(system).map((message) => [message])]
}

/** Throws an InputError unless the lies of an algorithm can be gone through. */
export function assertLies(algorithm: AnyAlgorithm, instance: ComputedInstance): void {
  if (algorithm.uponRound === undefined)
    throw new InputError(
      `${algorithm.name} is not written in rounds (uponRound); all lies are gone through in rounds, or in all schedules: admissible explore --timing asynchronous`,
    )
  lieOptions(algorithm, instance, { liar: 0, receiver: 1, round: 0, liars: [0], secrets: [] })
}
