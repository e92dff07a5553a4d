import { textWidth } from '../../fonts/text-width.ts'
import type { Look } from '../../themes/look.ts'
import { count } from '../../wording/numbers.ts'

/** One direction of a chart: where values lie, and what is written beside it. */
export interface Scale {
  readonly scale: Readonly<Record<string, unknown>>
  readonly ticks: readonly number[]
  /** What is written at the ticks. */
  readonly labels: readonly string[]
  /** Maps the domain to [0, 1]. */
  toUnit(value: number): number
  fromUnit(unit: number): number
}

type Transform = { readonly to: (value: number) => number; readonly from: (value: number) => number }

const linear: Transform = { to: (x) => x, from: (x) => x }
const logarithmic: Transform = { to: Math.log10, from: (x) => 10 ** x }
/** Logarithmic far from 0 and linear near it, for costs that can be nothing. */
const zeroable: Transform = { to: Math.log1p, from: Math.expm1 }

/** The share of the length that is left free beyond the outermost values. */
const margin = 0.035

function makeScale(
  kind: 'linear' | 'log' | 'symlog',
  [low, high]: readonly [number, number],
  ticks: readonly number[],
  write: (tick: number) => string,
): Scale {
  const transform = { linear, log: logarithmic, symlog: zeroable }[kind]
  const from = transform.to(low)
  const span = transform.to(high) - from
  const shown = ticks.filter((tick) => tick >= low && tick <= high)
  return {
    scale: {
      type: kind,
      domain: [low, high].map((x) => Number(x.toPrecision(6))),
      nice: false,
      ...(kind === 'linear' ? { zero: false } : {}),
    },
    ticks: shown,
    labels: shown.map(write),
    toUnit: (value) => (transform.to(value) - from) / span,
    fromUnit: (unit) => transform.from(from + unit * span),
  }
}

/** Widens an interval by the margin on both sides, as the transform sees it. */
function padded(low: number, high: number, { to, from }: Transform): [number, number] {
  const pad = margin * (to(high) - to(low))
  return [from(to(low) - pad), from(to(high) + pad)]
}

/**
 * A scale for costs (messages, times, ratios): logarithmic over more than half a decade, linear from 0 otherwise, so
 * that what hardly varies does not look as if it did.
 */
export function costScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), 0)
  if (!(high > 0)) return makeScale('linear', [0, 1], [0, 1], String)
  if (low > 0 && high / low >= 4) {
    const ends = padded(low, high, logarithmic)
    return makeScale('log', ends, roundNumbers(ends), short)
  }
  if (low <= 0 && high > 50) {
    const ends = padded(0, high, zeroable)
    return makeScale('symlog', ends, [0, ...roundNumbers([1, ends[1]])], short)
  }
  const top = high * (1 + 2 * margin)
  return makeScale('linear', [0, top], evenTicks([0, top]), short)
}

/** A scale for values about 1. */
export function spreadScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), 1)
  const high = values.reduce((a, b) => Math.max(a, b), 1)
  if (low > 0 && high / low >= 4) return costScale([...values, 1])
  const spare = Math.max(0, 0.02 - (high - low)) / 2
  const ends = padded(low - spare, high + spare, linear)
  return makeScale('linear', ends, evenTicks(ends), String)
}

/** A scale for values that are held to 1: linear from 0, and 1 is on it. */
export function ratioScale(values: readonly number[]): Scale {
  const top = values.reduce((a, b) => Math.max(a, b), 1) * (1 + 2 * margin)
  return makeScale('linear', [0, top], evenTicks([0, top]), short)
}

/** A scale for shares of a whole, in percent. */
export function shareScale(): Scale {
  return makeScale('linear', [0, 1], [0, 0.25, 0.5, 0.75, 1], (share) => `${100 * share}%`)
}

/** A scale for colours, from the smallest value to the largest: logarithmic where `costScale` is. */
export function colourScale(values: readonly number[]): Scale {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  if (low === high) return makeScale('linear', [low - 1, high + 1], [low], short)
  if (low > 0 && high / low >= 4) return makeScale('log', [low, high], roundNumbers([low, high]), short)
  if (low <= 0 && high > 50) return makeScale('symlog', [low, high], [0, ...roundNumbers([1, high])], short)
  return makeScale('linear', [low, high], evenTicks([low, high]), short)
}

/** The decades of a domain, every second one if there are many, with 2 and 5 between if there are few. */
function roundNumbers([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low))
  const exponents = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i)
  const within = (tick: number) => tick >= low && tick <= high
  const decades = exponents.map((exponent) => Number(`1e${exponent}`)).filter(within)
  if (decades.length > 8) return decades.filter((_, i) => i % 2 === 0)
  if (decades.length >= 3) return decades
  const steps = (digits: readonly number[]) =>
    exponents.flatMap((exponent) => digits.map((digit) => Number(`${digit}e${exponent}`))).filter(within)
  const few = steps([1, 2, 5])
  return few.length >= 3 ? few : steps([1, 2, 3, 4, 5, 7])
}

function evenTicks([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 5
  const decade = 10 ** Math.floor(Math.log10(rough))
  const step = decade * ([1, 2, 5].find((digit) => digit * decade >= rough) ?? 10)
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/** A scale for sizes: the swept values themselves are its ticks, thinned until `width` pixels hold their labels. */
export function sizeScale(values: readonly number[], width: number, look: Look): Scale {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  const low = sorted[0]!
  const high = sorted.at(-1)!
  const wide = low > 0 && high / low >= 4
  const [from, to] = low === high ? [low - 1, low + 1] : padded(low, high, wide ? logarithmic : linear)
  const kind = wide ? 'log' : 'linear'
  const bare = makeScale(kind, [from, to], [], count)
  return makeScale(
    kind,
    [from, to],
    thinned(sorted, (value) => bare.toUnit(value) * width, look),
    count,
  )
}

function thinned(
  ticks: readonly number[],
  position: (tick: number) => number,
  { sizes, scale }: Look,
): readonly number[] {
  const half = (tick: number) => textWidth(count(tick), sizes.axis) / 2
  const apart = (tick: number, next: number) =>
    position(tick) + half(tick) + 10 * scale <= position(next) - half(next)
  const gaps = ticks.slice(1).map((tick, i) => position(tick) - position(ticks[i]!))
  const even = Math.max(...gaps) <= 1.5 * Math.min(...gaps)
  for (let step = 1; even && step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0)
    if (kept.every((tick, i) => i === 0 || apart(kept[i - 1]!, tick))) return kept
  }
  // Sizes that crowd in one place: from the largest down, each that has room.
  const kept: number[] = []
  for (const tick of ticks.toReversed()) if (kept.length === 0 || apart(tick, kept[0]!)) kept.unshift(tick)
  return kept
}

/** A number in a few characters: prefixes are for what is large, so 10k, but 0.05 and not 50m. */
export function short(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ]
  const [unit, prefix] = steps.find(([step]) => value >= step) ?? [1, '']
  return `${Number((value / unit).toPrecision(6))}${prefix}`
}

/** The same scale with every second tick, every third, … where more have no room beside one another. */
export function thinnedTo(scale: Scale, width: number, { sizes, scale: unit }: Look): Scale {
  const half = scale.labels.map((label) => textWidth(label, sizes.axis) / 2)
  const kept = (step: number) => scale.ticks.flatMap((_, i) => (i % step === 0 ? [i] : []))
  const apart = (a: number, b: number) =>
    (scale.toUnit(scale.ticks[b]!) - scale.toUnit(scale.ticks[a]!)) * width >= half[a]! + half[b]! + 6 * unit
  let step = 1
  while (kept(step).some((at, i, all) => i > 0 && !apart(all[i - 1]!, at))) step++
  const read = <T>(of: readonly T[]): T[] => kept(step).map((i) => of[i]!)
  return { ...scale, ticks: read(scale.ticks), labels: read(scale.labels) }
}

/** The axis properties of a scale. */
export function axisOf(
  { ticks, labels }: Scale,
  title: string | readonly string[] | null,
): Readonly<Record<string, unknown>> {
  // Left to itself, an axis writes all its labels with the prefix of the largest: 0.1k for 100.
  const written = JSON.stringify(Object.fromEntries(ticks.map((tick, i) => [tick, labels[i]])))
  return { values: ticks, labelExpr: `(${written})[datum.value]`, title, grid: true }
}
