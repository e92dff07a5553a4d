import type { GrowthClass, Place, Term } from './growth-class.ts'

/**
 * The curves of a class with one term of lower order, or with none: logarithms of costs at all places, by a parameter t.
 * At the place where the term does most it multiplies the cost by e^t.
 */
export interface Family {
  readonly from: number
  readonly to: number
  /** Up to here the term is at most half the leading one at the largest size. */
  readonly minor: number
  /** The term of lower order; null if there is none. */
  readonly term: string | null
  at(t: number): Float64Array
  /** The derivative of the curve by t. */
  tangent(t: number): Float64Array
}

/** What a term of lower order may be. */
interface Bounds {
  /** Its coefficients; that of the leading term is 1, logarithms are binary. */
  readonly coefficients: readonly [least: number, most: number]
  /** At most so many times the leading term, and what it takes at most away of it. */
  readonly shares: readonly [least: number, most: number]
}

const usualBounds: Bounds = { coefficients: [Number.NEGATIVE_INFINITY, 12], shares: [-0.6, 4] }
const rareBounds: Bounds = { coefficients: [0, 12], shares: [0, 0.3] }
/** Of two terms of the same order, neither vanishes beside the other. */
const sumBounds: Bounds = { coefficients: [1 / 8, 8], shares: [0, Number.POSITIVE_INFINITY] }
/** Beyond this share at the largest size, a term is not minor. */
const minorShare = 0.5

/** The families of a class: its leading term alone, and with each of its terms of lower order; or the sums of its terms. */
export function familiesOf(growthClass: GrowthClass, places: readonly Place[]): Family[] {
  const { value, lower, isRare = false, sum } = growthClass
  const leading = Float64Array.from(places, (place) => Math.log(value(place)))
  const flat = new Float64Array(places.length)
  const alone: Family = { from: 0, to: 0, minor: 0, term: null, at: () => leading, tangent: () => flat }
  const bounds = isRare ? rareBounds : usualBounds
  const sums = sum === undefined ? null : withTerm(sum[0], sum[1], sumBounds, places)
  return [
    alone,
    ...lower.flatMap((term) => withTerm(growthClass, term, bounds, places) ?? []),
    ...(sums === null ? [] : [{ ...sums, minor: sums.to, term: null }]),
  ]
}

/** Null where the term has no finite value. */
function withTerm(first: Term, term: Term, bounds: Bounds, places: readonly Place[]): Family | null {
  const leading = Float64Array.from(places, (place) => Math.log(first.value(place)))
  const shares = Float64Array.from(places, (place, i) => term.value(place) / Math.exp(leading[i]!))
  const most = Math.max(...shares)
  if (!shares.every((share) => share >= 0) || !(most > 0 && most < Number.POSITIVE_INFINITY)) return null
  const weights = shares.map((share) => share / most)
  const { coefficients, shares: allowed } = bounds
  const largest = places.at(-1)!.n
  const last = Math.max(...weights.filter((_, i) => places[i]!.n === largest))
  return {
    from: Math.log1p(Math.max(coefficients[0] * most, allowed[0])),
    to: Math.log1p(Math.min(coefficients[1] * most, allowed[1])),
    minor: Math.log1p(minorShare / last),
    term: term.text,
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
