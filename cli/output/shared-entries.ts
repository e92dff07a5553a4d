import type { LargestCost } from '../../engine/index.ts'

/** A line of what an exploration of shared memory has found. */
export const explored = (name: string, value: string): string => `  ${name.padEnd(24)} ${value}`

/** A number with its thousands apart. */
export const numberText = (value: number): string => value.toLocaleString('en')

/** How much was looked at. */
export const lookedAt = (states: number, transitions: number, reduced: boolean): string =>
  explored(
    'configurations',
    `${numberText(states)}, with ${numberText(transitions)} steps between them${reduced ? '; others commute with these' : ''}`,
  )

/** A largest cost of n processors, or that it has no bound. */
export const largestCost = (cost: LargestCost, n: number): string =>
  cost.kind === 'bounded'
    ? numberText(cost.value)
    : `no bound; ${cost.cycle.map((move) => `p_${move % n}`).join(' ')} adds to it each time`
