import { linear, logarithmic, makeScale, margin, padded, type Scale, zeroable } from './scale.ts'
import type { AskedScale } from './size-scale.ts'
import { evenTicks, minorTicks, roundNumbers } from './ticks.ts'

/**
 * A scale for costs (messages, times, ratios): logarithmic over more than half a decade, linear from 0 otherwise, so
 * that what hardly varies does not look as if it did.
 */
export function costScale(values: readonly number[], asked: AskedScale = 'auto'): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), 0)
  if (!(high > 0)) return makeScale('linear', [0, 1], [0, 1])
  if (low > 0 && (asked === 'auto' ? high / low >= 4 : asked === 'log')) {
    const ends = padded(low, high, logarithmic)
    const ticks = roundNumbers(ends)
    return makeScale('log', ends, ticks, undefined, minorTicks(ends, ticks))
  }
  if (low <= 0 && high > 50 && asked !== 'linear') {
    const ends = padded(0, high, zeroable)
    const ticks = roundNumbers([1, ends[1]])
    return makeScale('symlog', ends, [0, ...ticks], undefined, minorTicks([1, ends[1]], ticks))
  }
  const top = high * (1 + 2 * margin)
  return makeScale('linear', [0, top], evenTicks([0, top]))
}

/** A scale for values about 1. */
export function spreadScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), 1)
  const high = values.reduce((a, b) => Math.max(a, b), 1)
  if (low > 0 && high / low >= 4) return costScale([...values, 1])
  const spare = Math.max(0, 0.02 - (high - low)) / 2
  const ends = padded(low - spare, high + spare, linear)
  return makeScale('linear', ends, evenTicks(ends))
}

/** A scale for ratios of costs to bounds: linear from 0, and 1 is always on it. */
export function ratioScale(values: readonly number[]): Scale {
  const top = values.reduce((a, b) => Math.max(a, b), 1) * (1 + 2 * margin)
  return makeScale('linear', [0, top], evenTicks([0, top]))
}

/** A scale for shares of a whole, in percent. */
export function shareScale(): Scale {
  return makeScale('linear', [0, 1], [0, 0.25, 0.5, 0.75, 1], (share) => `${100 * share}%`)
}

/** A scale for colours, from the smallest value to the largest: logarithmic where `costScale` is. */
export function colourScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (low === high) return makeScale('linear', [low - 1, high + 1], [low])
  if (low > 0 && high / low >= 4) return makeScale('log', [low, high], roundNumbers([low, high]))
  if (low <= 0 && high > 50) return makeScale('symlog', [low, high], [0, ...roundNumbers([1, high])])
  return makeScale('linear', [low, high], evenTicks([low, high]))
}
