import { mean, quantileSorted, sampleStandardDeviation } from 'simple-statistics'
import { type Interval, meanInterval } from '../../engine/index.ts'
import { remembered } from '../remembered.ts'

/** A sample in figures. */
export interface Description {
  readonly count: number
  readonly mean: number
  /** With the divisor count − 1; null for a single value. */
  readonly sd: number | null
  readonly min: number
  /** The 5% quantile. Quantiles interpolate linearly between order statistics (Hyndman & Fan 1996, type 7). */
  readonly p05: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly p95: number
  readonly max: number
  /** The 95% confidence interval of the mean by Student's t; null for a single value. */
  readonly interval: Interval | null
}

export type { Interval } from '../../engine/index.ts'

/** Describes a sample; null if it is empty. */
export function describe(values: readonly number[]): Description | null {
  if (values.length === 0) return null
  const inOrder = sorted(values)
  const quantile = (p: number) => quantileSorted(inOrder, p)
  const average = mean(inOrder)
  const sd = values.length < 2 ? null : sampleStandardDeviation(inOrder)
  return {
    count: values.length,
    mean: average,
    sd,
    min: inOrder[0]!,
    p05: quantile(0.05),
    q1: quantile(0.25),
    median: quantile(0.5),
    q3: quantile(0.75),
    p95: quantile(0.95),
    max: inOrder.at(-1)!,
    interval: sd === null ? null : meanInterval(average, sd, values.length),
  }
}

/** In ascending order. A typed array, which sorts several times faster, and is all that functions of arrays ask for. */
const sorted = remembered(
  (values: readonly number[]) => Float64Array.from(values).sort() as unknown as readonly number[] as number[],
)

/** The p-quantile of a sample that is not empty, by linear interpolation. */
export function quantile(values: readonly number[], p: number): number {
  return quantileSorted(sorted(values), p)
}
