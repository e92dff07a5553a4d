/** What the best linear combination of some columns leaves of a column of values. */
export interface Remainder {
  readonly residuals: Float64Array
  /** The sum of their weighted squares. */
  readonly misfit: number
  /** How many of the columns do not depend on earlier ones. */
  readonly rank: number
}

/** Weighted least squares by the modified Gram–Schmidt process. */
export function remainder(
  values: Float64Array,
  columns: readonly (readonly number[])[],
  weights: Float64Array,
): Remainder {
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let i = 0; i < weights.length; i++) sum += weights[i]! * a[i]! * b[i]!
    return sum
  }
  const subtract = (from: Float64Array, direction: Float64Array) => {
    const along = product(from, direction)
    for (let i = 0; i < from.length; i++) from[i] = from[i]! - along * direction[i]!
  }
  const basis: Float64Array[] = []
  for (const column of columns) {
    const rest = Float64Array.from(column)
    const whole = product(rest, rest)
    for (const direction of basis) subtract(rest, direction)
    const left = product(rest, rest)
    if (left > 1e-18 * whole) basis.push(rest.map((x) => x / Math.sqrt(left)))
  }
  const residuals = Float64Array.from(values)
  for (const direction of basis) subtract(residuals, direction)
  return { residuals, misfit: product(residuals, residuals), rank: basis.length }
}
