import type { Family } from './curves.ts'

/** A curve of a family, shifted to weighted mean 0. */
export interface Shape {
  readonly values: Float64Array
  /** Its weighted square length. */
  readonly square: number
}

/** A curve of a family as it was fitted. */
export interface Fit {
  readonly coefficient: number
  readonly curve: Float64Array
  /** The sum of weighted squares that it leaves. */
  readonly misfit: number
}

/** Fits curves to levels by weighted least squares; what is fitted is a constant factor, in the logarithm a shift. */
export class Fitter {
  readonly weights: Float64Array
  readonly total: number

  constructor(weights: Float64Array) {
    this.weights = weights
    this.total = weights.reduce((a, b) => a + b, 0)
  }

  mean(values: Float64Array): number {
    return this.product(values, null) / this.total
  }

  /** The weighted scalar product; with null, that of a constant 1. */
  product(a: Float64Array, b: Float64Array | null): number {
    let sum = 0
    for (let i = 0; i < a.length; i++) sum += this.weights[i]! * a[i]! * (b === null ? 1 : b[i]!)
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

  /** The best coefficient of the grid, and the misfit that it leaves. */
  onGrid(levels: Shape, family: Family): { readonly index: number; readonly misfit: number } {
    let [index, misfit] = [0, Number.POSITIVE_INFINITY]
    for (const [i, coefficient] of family.grid.entries()) {
      const left = this.misfit(levels, family.at(coefficient))
      if (left < misfit) [index, misfit] = [i, left]
    }
    return { index, misfit }
  }

  /** The curve of the family that fits best: by the grid, then by golden sections about its best coefficient. */
  best(levels: Shape, family: Family): Fit {
    const { grid } = family
    const { index, misfit } = this.onGrid(levels, family)
    let [low, high] = [grid[Math.max(0, index - 1)]!, grid[Math.min(grid.length - 1, index + 1)]!]
    const cost = (coefficient: number) => this.misfit(levels, family.at(coefficient))
    for (let step = 0; step < 30 && low < high; step++) {
      const width = golden * (high - low)
      if (cost(high - width) <= cost(low + width)) high = low + width
      else low = high - width
    }
    const between = (low + high) / 2
    const coefficient = cost(between) < misfit ? between : grid[index]!
    return { coefficient, curve: family.at(coefficient), misfit: Math.min(cost(between), misfit) }
  }
}

const golden = (Math.sqrt(5) - 1) / 2
