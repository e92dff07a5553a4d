import type { Bracket } from './value.ts'

/** A fraction in lowest terms. */
interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** The fraction with the least denominator between two bounds (by continued fractions); null if that is more than `most`. */
export function simplestFraction({ lower, upper }: Bracket, most = 10_000): Fraction | null {
  // Of numbers as they are computed: an end that is a fraction itself may be off by what rounding makes of it.
  const slack = 1e-12 * Math.max(1e-3, Math.abs(upper))
  const found = between(lower - slack, upper + slack, 0)
  return found !== null && found.denominator <= most ? found : null
}

function between(lower: number, upper: number, depth: number): Fraction | null {
  if (lower <= 0 && upper >= 0) return { numerator: 0, denominator: 1 }
  const whole = Math.ceil(lower)
  if (whole <= upper) return { numerator: whole, denominator: 1 }
  if (depth > 40) return null
  const floor = whole - 1
  const inverse = between(1 / (upper - floor), 1 / (lower - floor), depth + 1)
  if (inverse === null) return null
  return { numerator: floor * inverse.numerator + inverse.denominator, denominator: inverse.numerator }
}
