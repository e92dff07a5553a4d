import type { GrowthClass, Place } from './growth-class.ts'

/** The curves of a class with one term of lower order: the logarithms at all places, by the term's coefficient. */
export interface Family {
  at(coefficient: number): Float64Array
  /** Coefficients from the least to the most that is allowed. */
  readonly grid: readonly number[]
}

/** The coefficient of a term of lower order is at most this; that of the leading term is 1, logarithms are binary. */
const mostCoefficient = 12
/** Such a term is at most so many times the leading one, and takes at most so much of it away. */
const mostShare = 4
const leastShare = -0.6
/** So many coefficients are tried, evenly in the logarithm of what the term does where it does most. */
const steps = 14

/** The families of a class: its leading term alone, and with each of its terms of lower order. */
export function familiesOf({ value, lower }: GrowthClass, places: readonly Place[]): Family[] {
  const leading = Float64Array.from(places, (place) => Math.log(value(place)))
  const alone: Family = { at: () => leading, grid: [0] }
  const withTerm = lower.flatMap((term): Family[] => {
    const shares = places.map((place, i) => term(place) / Math.exp(leading[i]!))
    const most = Math.max(...shares)
    if (!shares.every((share) => share >= 0) || !(most > 0 && most < Number.POSITIVE_INFINITY)) return []
    const from = Math.log1p(leastShare)
    const to = Math.log1p(Math.min(mostCoefficient * most, mostShare))
    return [
      {
        at: (coefficient) => leading.map((x, i) => x + Math.log1p(coefficient * shares[i]!)),
        grid: Array.from(
          { length: steps },
          (_, i) => Math.expm1(from + ((to - from) * i) / (steps - 1)) / most,
        ),
      },
    ]
  })
  return [alone, ...withTerm]
}

/** The exponent of n of the steepest curve of a class at these places; NaN where it has no value. */
export function steepest(growthClass: GrowthClass, places: readonly Place[]): number {
  const n = places.map((place) => Math.log(place.n))
  const slopes = familiesOf(growthClass, places).flatMap(({ grid, at }) =>
    grid.map((coefficient) => slope(n, [...at(coefficient)])),
  )
  return Math.max(...slopes)
}

function slope(x: readonly number[], y: readonly number[]): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length
  const deviations = x.map((value) => value - mean)
  const sum = (values: readonly number[]) => deviations.reduce((total, d, i) => total + d * values[i]!, 0)
  return sum(y) / sum(x)
}
