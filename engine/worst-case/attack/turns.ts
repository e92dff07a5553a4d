import { InputError } from '../../errors.ts'
import { didYouMean } from '../../specs/suggest.ts'
import { strategies } from './strategies/index.ts'
import type { Strategy } from './strategies/strategy.ts'

/** The runs of the first turns, and the most of any. */
const [shortest, longest] = [64, 8192]

/** Which search an island carries out, for how many runs: strategies take turns, and each turn is twice as long. */
export function islandAt(
  index: number,
  names: readonly string[] = strategies.map(({ name }) => name),
): { readonly strategy: Strategy; readonly runs: number } {
  const strategy = strategyNamed(names[index % names.length]!)
  return { strategy, runs: Math.min(shortest * 2 ** Math.floor(index / names.length), longest) }
}

/** The strategy of this name. Throws an InputError. */
export function strategyNamed(name: string): Strategy {
  const strategy = strategies.find((known) => known.name === name)
  if (strategy !== undefined) return strategy
  const known = strategies.map(({ name }) => name)
  throw new InputError(
    `unknown strategy “${name}”${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
  )
}
