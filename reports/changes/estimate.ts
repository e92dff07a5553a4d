import { mean, sampleVariance } from 'simple-statistics'

/** The mean difference of two samples, and how well it is known. */
interface Estimate {
  readonly mean: number
  /** Its standard error; null for single values. */
  readonly error: number | null
  /** Of Student's t. */
  readonly degrees: number
}

/** Of a − b, value by value. */
export function pairedMean(a: readonly number[], b: readonly number[]): Estimate {
  const differences = a.map((value, i) => value - b[i]!)
  const error = differences.length < 2 ? null : Math.sqrt(squareError(differences))
  return { mean: mean(differences), error, degrees: differences.length - 1 }
}

/** Of the mean of a and the mean of b, whose spreads may differ: Welch's t (1947) with Satterthwaite's degrees. */
export function unpairedMean(a: readonly number[], b: readonly number[]): Estimate {
  const difference = mean([...a]) - mean([...b])
  if (a.length < 2 || b.length < 2) return { mean: difference, error: null, degrees: 0 }
  const [ofA, ofB] = [squareError(a), squareError(b)]
  const square = ofA + ofB
  const degrees = square ** 2 / (ofA ** 2 / (a.length - 1) + ofB ** 2 / (b.length - 1))
  return { mean: difference, error: Math.sqrt(square), degrees }
}

const squareError = (values: readonly number[]): number => sampleVariance([...values]) / values.length
