import { textWidth } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { figure } from '../../wording/numbers.ts'
import { linear, logarithmic, makeScale, padded, type Scale } from './scale.ts'

/** What kind of scale is asked for; `auto`: as suits the values. A logarithmic one is for values above 0. */
export type AskedScale = 'auto' | 'log' | 'linear'

/** A scale for sizes: the swept values themselves are its ticks, thinned until `width` pixels hold their labels. */
export function sizeScale(
  values: readonly number[],
  width: number,
  look: Look,
  asked: AskedScale = 'auto',
): Scale {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const low = sorted[0]!
  const high = sorted.at(-1)!
  const wide = low > 0 && (asked === 'auto' ? high / low >= 4 : asked === 'log')
  const [from, to] = low === high ? [low - 1, low + 1] : padded(low, high, wide ? logarithmic : linear)
  const kind = wide ? 'log' : 'linear'
  const bare = makeScale(kind, [from, to], [])
  const ticks = thinned(sorted, (value) => bare.toUnit(value) * width, look)
  const others = sorted.filter((size) => !ticks.includes(size))
  return makeScale(kind, [from, to], ticks, figure, others.length > minorMax ? [] : others)
}

/** More ticks without labels would run together. */
const minorMax = 40

function thinned(
  ticks: readonly number[],
  position: (tick: number) => number,
  { sizes, scale }: Look,
): readonly number[] {
  const half = (tick: number) => textWidth(figure(tick), sizes.axis) / 2
  const apart = (tick: number, next: number) =>
    position(tick) + half(tick) + 10 * scale <= position(next) - half(next)
  const gaps = ticks.slice(1).map((tick, i) => position(tick) - position(ticks[i]!))
  const even = Math.max(...gaps) <= 1.5 * Math.min(...gaps)
  for (let step = 1; even && step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0)
    if (kept.every((tick, i) => i === 0 || apart(kept[i - 1]!, tick))) return kept
  }
  // Where sizes crowd in one place, each is kept that has room, from the largest down.
  const kept: number[] = []
  for (const tick of ticks.toReversed()) if (kept.length === 0 || apart(tick, kept[0]!)) kept.unshift(tick)
  return kept
}
