import { numberWriter } from './ticks.ts'

/** One direction of a chart: where values lie, and what is written beside it. */
export interface Scale {
  readonly scale: Readonly<Record<string, unknown>>
  readonly ticks: readonly number[]
  /** What is written at the ticks. */
  readonly labels: readonly string[]
  /** Ticks without labels, between the others. */
  readonly minor: readonly number[]
  /** Maps the domain to [0, 1]. */
  toUnit(value: number): number
  fromUnit(unit: number): number
}

/** How a scale sees values, and back. */
type Transform = { readonly to: (value: number) => number; readonly from: (value: number) => number }

export const linear: Transform = { to: (x) => x, from: (x) => x }
export const logarithmic: Transform = { to: Math.log10, from: (x) => 10 ** x }
/** Logarithmic far from 0 and linear near it, for costs that can be nothing. */
export const zeroable: Transform = { to: Math.log1p, from: Math.expm1 }

/** The share of an axis that stays free beyond the outermost values. */
export const margin = 0.035

/** A scale of this kind from the first end to the second, with those of the ticks that lie on it. */
export function makeScale(
  kind: 'linear' | 'log' | 'symlog',
  [low, high]: readonly [number, number],
  ticks: readonly number[],
  write: (tick: number) => string = numberWriter(ticks),
  minor: readonly number[] = [],
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
    minor,
    toUnit: (value) => (transform.to(value) - from) / span,
    fromUnit: (unit) => transform.from(from + unit * span),
  }
}

/** Widens an interval by the margin on both sides, as the transform sees it. */
export function padded(low: number, high: number, { to, from }: Transform): [number, number] {
  const pad = margin * (to(high) - to(low))
  return [from(to(low) - pad), from(to(high) + pad)]
}
