import { InputError } from '../../../engine/index.ts'

/** A pair of costs that runs are held against, such as a limit on both. */
export interface Corner {
  /** What it is called, such as “limit: 60 and 6”. */
  readonly label: string
  /** The cost on the vertical axis, and that on the level one. */
  readonly value: number
  readonly other: number
  /** Whether it bounds from above; else from below. */
  readonly above: boolean
}

/** The corners that a chart was asked for, such as `60@6+40@20`, or `without batches/24@2`. Throws an InputError. */
export function cornersNamed(kind: string, parameter: 'limits' | 'proved', given: unknown): Corner[] {
  if (given === undefined) return []
  return String(given)
    .split('+')
    .map((text) => {
      const [pair = '', ...named] = text.split('/').reverse()
      const [value, other, ...more] = pair.split('@').map(Number)
      if (more.length > 0 || !isPositive(value) || !isPositive(other))
        throw new InputError(
          `chart ${kind}: ${parameter}=${given}: “${text}” is no pair of costs; write COST@OTHER+…, such as 60@6`,
        )
      const above = parameter === 'limits'
      const name = named.reverse().join('/') || (above ? 'limit' : 'proved')
      return { label: `${name}: ${value} and ${other}`, value, other, above }
    })
}

const isPositive = (value: number | undefined): value is number =>
  value !== undefined && value > 0 && Number.isFinite(value)

/** The line of a corner in a frame with these ends. */
export function cornerLine(
  { value, other, above }: Corner,
  level: readonly [number, number],
  upright: readonly [number, number],
): { readonly n: number; readonly value: number }[] {
  return above
    ? [
        { n: level[0], value },
        { n: other, value },
        { n: other, value: upright[0] },
      ]
    : [
        { n: other, value: upright[1] },
        { n: other, value },
        { n: level[1], value },
      ]
}
