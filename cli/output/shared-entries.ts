import type { LargestCost } from '../../engine/index.ts'

/** A line of what an exploration of shared memory has found. */
export const explored = (name: string, value: string): string => `  ${name.padEnd(24)} ${value}`

/** A number with its thousands apart. */
export const numberText = (value: number): string => value.toLocaleString('en')

/** A largest cost of n processors, or that it has no bound. */
export const largestCost = (cost: LargestCost, n: number): string =>
  cost.kind === 'bounded'
    ? numberText(cost.value)
    : `no bound; ${cost.cycle.map((move) => `p_${move % n}`).join(' ')} adds to it each time`
