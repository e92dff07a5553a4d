/** The parts of answers to “why is there no member with n processors?”. Null means that there is one. */

/** The most channels that a network may have whose channels are stored: 2^27, which fill 2 GiB. */
export const channelsMax = 2 ** 27

/** The most processors that a network may have. */
export const processorsMax = 2 ** 27

/** Refuses a computed graph whose slots, two for each of its m channels, cannot be numbered in 32 bits. */
export function needsNumbersFor(m: number): string | null {
  return m < 2 ** 31 ? null : `${Math.round(m)} channels, and there are numbers for fewer than ${2 ** 31}`
}

export function needsAtLeast(n: number, min: number): string | null {
  return n >= min ? null : `n ≥ ${min}`
}

/** Refuses what would not fit into memory; `m` is the number of channels, or the number expected. */
export function needsRoomFor(m: number): string | null {
  return m <= channelsMax ? null : `${Math.round(m)} channels, more than the ${channelsMax} there is room for`
}

/** “the nearest are 14 and 16”: the sizes on either side of n that fit. Some size above n must. */
export function nearestSizes(n: number, fits: (n: number) => boolean): string {
  let below = n - 1
  while (below > 0 && !fits(below)) below--
  let above = n + 1
  while (!fits(above)) above++
  return below > 0 ? `the nearest are ${below} and ${above}` : `the smallest is ${above}`
}
