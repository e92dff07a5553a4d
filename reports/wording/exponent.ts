import type { GrowthVerdict } from '../growth/index.ts'
import { count } from './numbers.ts'

/**
 * The exponent, and what it is one of: “n^1.13 [1.11, 1.15] for n from 16 to 4,096”. Null where several kinds of network
 * are taken together, whose costs are no function of n.
 */
export function exponentWords({ sizes, topologies, assessment }: GrowthVerdict): string | null {
  if (assessment === null || topologies.length > 1) return null
  const { value, low, high } = assessment.exponent
  const range =
    sizes.length === 1 ? `n = ${count(sizes[0]!)}` : `n from ${count(sizes[0]!)} to ${count(sizes.at(-1)!)}`
  return `n^${decimal(value)} [${decimal(low)}, ${decimal(high)}] for ${range}`
}

/** Exponents are known to hundredths at best. */
export const decimal = (value: number): string => {
  const text = value.toFixed(2).replace(/^-0\.00$/, '0.00')
  return text.replace('-', '−')
}
