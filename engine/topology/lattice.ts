/** What grids and tori share: n = side_0 · side_1 · …, and processor p has coordinates p mod side_0 and so on. */
import type { Parameter, ParameterValues } from '../specs/entry.ts'
import { capitalised } from '../specs/words.ts'
import { nearestSizes } from './sizes.ts'

export const dimensions: Parameter = {
  kind: 'integer',
  default: 2,
  min: 1,
  max: 10,
  description: 'the number of dimensions; the sides are as equal as n allows',
}

/** “Torus”, “3-dimensional torus”. */
export const latticeWords = (title: string, { dimensions }: ParameterValues): string =>
  dimensions === undefined ? capitalised(title) : `${dimensions}-dimensional ${title}`

/**
 * The sides of the box of n processors with the smallest sum of sides, ascending; null if n is not a product of
 * so many factors of at least `min`.
 */
export function sidesOf(n: number, dimensions: number, min: number): readonly number[] | null {
  if (dimensions === 1) return n >= min ? [n] : null
  let best: readonly number[] | null = null
  // Ascending sides: the first is at most the root of n. For two dimensions the first hit is the most square.
  let side = Math.round(n ** (1 / dimensions))
  while (side ** dimensions > n) side--
  for (; side >= min && !(best !== null && dimensions === 2); side--) {
    if (n % side !== 0) continue
    const others = sidesOf(n / side, dimensions - 1, side)
    if (others !== null && (best === null || side + sum(others) < sum(best))) best = [side, ...others]
  }
  return best
}

export function latticeProblem(n: number, dimensions: number, min: number): string | null {
  const fits = (size: number) => sidesOf(size, dimensions, min) !== null
  if (fits(n)) return null
  const shape = dimensions === 1 ? `n ≥ ${min}` : `n = a product of ${dimensions} sides of at least ${min}`
  return `${shape}; ${nearestSizes(n, fits)}`
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
