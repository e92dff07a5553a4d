import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { assertRunsOn } from '../assert-runs-on.ts'
import type { Exploration, ExploreOptions } from './exploration.ts'
import { Explorer } from './explorer.ts'
import { watchingChance } from './watch-chance.ts'

/**
 * All schedules of a message-driven algorithm without coins on an instance: every order in which messages can be
 * processed. Throws an InputError if there is no such thing, and if the algorithm proves to be no function of states and
 * messages: every step that the result rests on was taken twice, with the same outcome.
 */
export function explore(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  options: ExploreOptions = {},
): Exploration {
  assertExplorable(algorithm, instance)
  return watchingChance(() => new Explorer(algorithm, instance, options).explore())
}

/** Throws an InputError if the algorithm has no schedules to go through on the instance. */
export function assertExplorable(algorithm: AnyAlgorithm, { wakeTimes }: ComputedInstance): void {
  const { name, requires } = algorithm
  assertRunsOn(algorithm, 'explore')
  if (requires.coins === true)
    throw new InputError(`${name} flips coins; explore is for algorithms whose steps depend on nothing else`)
  if (Array.from(wakeTimes).some((time) => time !== 0 && time !== Number.POSITIVE_INFINITY))
    throw new InputError('explore needs a wake-up at time 0 for all that wake by themselves')
}
