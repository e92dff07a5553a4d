import type { Measure } from '../../engine/index.ts'
import type { Comparison } from '../statistics/comparison.ts'
import { isCounted } from '../wording/measures.ts'

/** From so many times on, a factor says more than a percentage. */
const leastFactor = 2

/**
 * How much less or more the other algorithm takes, in words; the range where there are several ratios, and the interval
 * where there is one: “21.6 times fewer [20.9, 22.1]”, “34% more”. Null where there is no ratio.
 */
export function amountOf(
  comparisons: readonly Pick<Comparison, 'ratio' | 'interval'>[],
  side: 'less' | 'more',
  measure: Measure,
): string | null {
  const ratios = comparisons.flatMap(({ ratio }) => ratio ?? [])
  if (ratios.length < comparisons.length) return null
  const factorOf = (ratio: number) => (side === 'less' ? 1 / ratio : ratio)
  const asFactor = ratios.some((ratio) => factorOf(ratio) >= leastFactor)
  const [few, many] = isCounted(measure) ? ['fewer', 'as many'] : ['less', 'as much']
  const write = (ratio: number) =>
    asFactor ? short(factorOf(ratio)) : `${short(100 * Math.abs(ratio - 1))}%`
  const unit = asFactor ? ` times ${side === 'less' ? few : many}` : ` ${side === 'less' ? few : 'more'}`
  const texts = ends(ratios, factorOf).map(write)
  const [only] = comparisons
  const interval = comparisons.length === 1 ? (only!.interval ?? null) : null
  const limits = interval === null ? [] : ends([interval.low, interval.high], factorOf).map(write)
  return `${range(texts, ' to ')}${unit}${new Set(limits).size < 2 ? '' : ` [${limits.join(', ')}]`}`
}

/** The least and the largest, as they are told. */
const ends = (ratios: readonly number[], factorOf: (ratio: number) => number): number[] => {
  const sorted = [...ratios].sort((a, b) => factorOf(a) - factorOf(b))
  return [sorted[0]!, sorted.at(-1)!]
}

const range = ([low, high]: readonly string[], between: string): string =>
  low === high ? low! : `${low}${between}${high}`

/** Three digits are as many as an answer needs. */
function short(value: number): string {
  const rounded = Number(value.toPrecision(3))
  return Number.isInteger(rounded) ? rounded.toLocaleString('en') : String(rounded)
}
