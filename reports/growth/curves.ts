import type { GrowthClass, Place } from './growth-class.ts'

/**
 * The curves of a class with one term of lower order, or with none: logarithms of costs at all places, by a parameter t.
 * At the place where the term does most it multiplies the cost by e^t.
 */
export interface Family {
  readonly from: number
  readonly to: number
  at(t: number): Float64Array
  /** The derivative of the curve by t. */
  tangent(t: number): Float64Array
}

/** The coefficient of a term of lower order is at most this; that of the leading term is 1, logarithms are binary. */
const mostCoefficient = 12
/** Such a term is at most so many times the leading one, and takes at most so much of it away. */
const mostShare = 4
const leastShare = -0.6

/** The families of a class: its leading term alone, and with each of its terms of lower order. */
export function familiesOf({ value, lower }: GrowthClass, places: readonly Place[]): Family[] {
  const leading = Float64Array.from(places, (place) => Math.log(value(place)))
  const flat = new Float64Array(places.length)
  const alone: Family = { from: 0, to: 0, at: () => leading, tangent: () => flat }
  return [alone, ...lower.flatMap((term) => withTerm(leading, Float64Array.from(places, term)) ?? [])]
}

/** Null where the term has no finite value. */
function withTerm(leading: Float64Array, term: Float64Array): Family | null {
  const shares = term.map((x, i) => x / Math.exp(leading[i]!))
  const most = Math.max(...shares)
  if (!shares.every((share) => share >= 0) || !(most > 0 && most < Number.POSITIVE_INFINITY)) return null
  const weights = shares.map((share) => share / most)
  return {
    from: Math.log1p(leastShare),
    to: Math.log1p(Math.min(mostCoefficient * most, mostShare)),
    at: (t) => leading.map((x, i) => x + Math.log1p(Math.expm1(t) * weights[i]!)),
    tangent: (t) => weights.map((weight) => (Math.exp(t) * weight) / (1 + Math.expm1(t) * weight)),
  }
}

/** The exponent of n of the steepest curve of a class at these places; NaN where it has no value. */
export function steepest(growthClass: GrowthClass, places: readonly Place[]): number {
  const n = places.map((place) => Math.log(place.n))
  const slopes = familiesOf(growthClass, places).flatMap(({ from, to, at }) =>
    [from, to].map((t) => slope(n, [...at(t)])),
  )
  return Math.max(...slopes)
}

function slope(x: readonly number[], y: readonly number[]): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length
  const deviations = x.map((value) => value - mean)
  const sum = (values: readonly number[]) => deviations.reduce((total, d, i) => total + d * values[i]!, 0)
  return sum(y) / sum(x)
}
