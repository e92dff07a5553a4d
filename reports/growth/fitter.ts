import type { Family } from './curves.ts'

/** A curve, shifted to weighted mean 0: costs are fitted up to a constant factor. */
export interface Shape {
  readonly values: Float64Array
  /** Its weighted square length. */
  readonly square: number
}

/** A curve of a family as it was fitted. */
export interface Fit {
  /** Its parameter. */
  readonly t: number
  readonly curve: Float64Array
  /** The sum of weighted squares that it leaves. */
  readonly misfit: number
}

/** So many parameters of a family are tried, evenly, before the best of them is refined. */
const tries = 6

/** Fits curves to levels by weighted least squares. */
export class Fitter {
  readonly weights: Float64Array
  readonly total: number

  constructor(weights: Float64Array) {
    this.weights = weights
    this.total = weights.reduce((a, b) => a + b, 0)
  }

  mean(values: Float64Array): number {
    let sum = 0
    for (let i = 0; i < values.length; i++) sum += this.weights[i]! * values[i]!
    return sum / this.total
  }

  product(a: Float64Array, b: Float64Array): number {
    let sum = 0
    for (let i = 0; i < a.length; i++) sum += this.weights[i]! * a[i]! * b[i]!
    return sum
  }

  shape(curve: Float64Array): Shape {
    const mean = this.mean(curve)
    const values = curve.map((x) => x - mean)
    return { values, square: this.product(values, values) }
  }

  /** The sum of weighted squares that a curve leaves of the levels. */
  misfit(levels: Shape, curve: Float64Array): number {
    const mean = this.mean(curve)
    let sum = 0
    for (let i = 0; i < curve.length; i++)
      sum += this.weights[i]! * (levels.values[i]! - curve[i]! + mean) ** 2
    return sum
  }

  /** The slope of the levels over a variable. */
  slope(levels: Float64Array, { values, square }: Shape): number {
    return this.product(levels, values) / square
  }

  /** The curve of the family that fits best: of a few, then by Gauss and Newton's steps from the best of them. */
  best(levels: Shape, family: Family): Fit {
    const { from, to } = family
    const fit = (t: number): Fit => {
      const curve = family.at(t)
      return { t, curve, misfit: this.misfit(levels, curve) }
    }
    if (from >= to) return fit(from)
    let best = fit(from)
    for (let i = 1; i < tries; i++) best = better(best, fit(from + ((to - from) * i) / (tries - 1)))
    for (let step = 0; step < 12; step++) {
      const tangent = this.shape(family.tangent(best.t))
      const curve = this.shape(best.curve)
      const along =
        (this.product(levels.values, tangent.values) - this.product(curve.values, tangent.values)) /
        tangent.square
      const next = fit(Math.min(to, Math.max(from, best.t + along)))
      if (!(next.misfit < best.misfit)) break
      best = next
    }
    return best
  }

  /** The best curve of several families, and the number of its family. */
  bestOf(levels: Shape, families: readonly Family[]): Fit & { readonly family: number } {
    const fits = families.map((family, i) => ({ ...this.best(levels, family), family: i }))
    return fits.reduce(better)
  }
}

const better = <F extends Fit>(a: F, b: F): F => (b.misfit < a.misfit ? b : a)
