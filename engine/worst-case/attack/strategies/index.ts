import { InputError } from '../../../errors.ts'
import { didYouMean } from '../../../suggest.ts'
import { annealing } from './annealing.ts'
import { evolution } from './evolution.ts'
import { greedy } from './greedy.ts'
import { hillClimbing } from './hill-climbing.ts'
import { randomSampling } from './random.ts'
import type { Strategy } from './strategy.ts'

/** All ways to search, in the order in which islands take them. */
export const strategies: readonly Strategy[] = [greedy, hillClimbing, annealing, evolution, randomSampling]

/** The strategy of this name. Throws an InputError. */
export function strategyNamed(name: string): Strategy {
  const strategy = strategies.find((known) => known.name === name)
  if (strategy !== undefined) return strategy
  const known = strategies.map(({ name }) => name)
  throw new InputError(
    `unknown strategy “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}
