/**
 * Ranges of values, as in `gnp:degree=4..16`: from, 2·from, 4·from … up to and including to, as in ranges of sizes.
 * `1..n x4` multiplies by four, `0..1 +0.25` adds a quarter; the blank can be left out after a number.
 */
import { InputError } from '../errors.ts'
import { type NumberText, readNumberText, valueAt } from './size-formula.ts'

/** Values from one to another, both perhaps formulas in n. */
export interface Range {
  readonly from: NumberText
  readonly to: NumberText
  /** How the next value comes from the last. */
  readonly step: { readonly sign: 'x' | '+'; readonly by: number }
}

/** The most values that a range may hold; more is a slip of the keyboard. */
const mostValues = 10_000

export const isRange = (text: string): boolean => text.includes('..')

/** Reads a range. `where` opens the message of the InputError: “wake-up random: k=1..n”. */
export function readRange(text: string, where: string): Range {
  const dots = text.indexOf('..')
  const [, end = text.slice(dots + 2).trim(), sign = 'x', by = '2'] =
    /^(\d+(?:\.\d+)?)([x+])(\d+(?:\.\d+)?)$/.exec(text.slice(dots + 2).trim()) ??
    /^(.*\S)\s+([x+])\s*(\d+(?:\.\d+)?)$/.exec(text.slice(dots + 2).trim()) ??
    []
  const read = (part: string): NumberText => {
    const value = readNumberText(part, where)
    if (value !== null) return value
    throw new InputError(
      `${where}: cannot read the range; write 4..16 (doubling), 4..64x4, 4..16+2, or with a formula 1..n x2`,
    )
  }
  const range = {
    from: read(text.slice(0, dots).trim()),
    to: read(end),
    step: { sign: sign as 'x' | '+', by: Number(by) },
  }
  const problem = stepProblem(range)
  if (problem !== null) throw new InputError(`${where}: ${problem}`)
  return range
}

function stepProblem({ from, to, step: { sign, by } }: Range): string | null {
  if (sign === '+' && by === 0) return 'a step of 0 leads nowhere'
  if (sign === 'x' && by <= 1) return `the factor is ${by}; it must be above 1`
  if (sign === 'x' && typeof from === 'number' && from <= 0)
    return `no value comes from ${from} by multiplying; write a step to add, such as ${from}..${shown(to)}+1`
  if (typeof from === 'number' && typeof to === 'number' && to < from)
    return `the range ${from}..${to} is empty: it ends before it begins`
  return null
}

const shown = (text: NumberText): string => (typeof text === 'number' ? String(text) : `${text.source} `)

export const dependsOnSize = ({ from, to }: Range): boolean =>
  typeof from !== 'number' || typeof to !== 'number'

/** The values for n processors, in ascending order; none where the range is empty. */
export function valuesOf(range: Range, n: number, where: string): number[] {
  const from = valueAt(range.from, n, where)
  const to = valueAt(range.to, n, where)
  const { sign, by } = range.step
  if (sign === 'x' && from <= 0 && from <= to)
    throw new InputError(`${where} begins at ${from} for n = ${n}; what is multiplied must be above 0`)
  const values: number[] = []
  for (let i = 0; ; i++) {
    // A sum of many small steps would not end where it should.
    const value = Number((sign === '+' ? from + i * by : from * by ** i).toPrecision(12))
    if (value > to) return values
    if (values.length === mostValues)
      throw new InputError(`${where}: the range holds more than ${mostValues} values`)
    values.push(value)
  }
}
