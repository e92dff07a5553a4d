import { InputError } from '../../engine/index.ts'

/** The most sizes that a range may hold; more is a slip of the keyboard. */
const mostSizes = 10_000

/** from, 2·from, 4·from … up to and including `to`. */
export const doubling = (from: number, to: number): number[] => multiplying(from, to, 2)

/** from, factor·from, factor²·from … up to and including `to`. Needs an integer factor of at least 2. */
export function multiplying(from: number, to: number, factor: number): number[] {
  assertInteger(factor, 2, 'the factor')
  return range(from, to, (n) => n * factor)
}

/** from, from + step, from + 2·step … up to and including `to`. */
export function stepping(from: number, to: number, step: number): number[] {
  assertInteger(step, 1, 'the step')
  return range(from, to, (n) => n + step)
}

/**
 * Reads sizes as the command line writes them: `16..4096` doubles, `16..4096x4` multiplies by four,
 * `10..100+10` adds ten, `16,20,50` lists, and `16..64,100` does both.
 */
export function parseSizes(text: string): number[] {
  const sizes = text.split(',').flatMap((part) => parsePart(part.trim(), text))
  const repeated = sizes.find((n, i) => sizes.indexOf(n) < i)
  if (repeated !== undefined) throw new InputError(`sizes “${text}”: ${repeated} stands there twice`)
  return sizes
}

function parsePart(part: string, text: string): number[] {
  const match = /^(\d+)(?:\.\.(\d+)(?:([x+])(\d+))?)?$/.exec(part)
  if (match === null)
    throw new InputError(
      `sizes “${text}”: cannot read “${part}”; write 16..4096 (doubling), 16..4096x4, 10..100+10 or 16,20,50`,
    )
  const [first, last, sign, by] = match.slice(1)
  try {
    if (last === undefined) return stepping(Number(first), Number(first), 1)
    if (sign === '+') return stepping(Number(first), Number(last), Number(by))
    return multiplying(Number(first), Number(last), Number(by ?? 2))
  } catch (error) {
    throw error instanceof InputError ? new InputError(`sizes “${text}”: ${error.message}`) : error
  }
}

function range(from: number, to: number, next: (n: number) => number): number[] {
  assertInteger(from, 1, 'the first size')
  assertInteger(to, 1, 'the last size')
  if (to < from) throw new InputError(`the range ${from}..${to} is empty: it ends before it begins`)
  const sizes: number[] = []
  for (let n = from; n <= to; n = next(n)) {
    if (sizes.length === mostSizes)
      throw new InputError(`the range ${from}..${to} holds more than ${mostSizes} sizes`)
    sizes.push(n)
  }
  return sizes
}

function assertInteger(value: number, least: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new InputError(`${what} is ${value}; it must be an integer of at least ${least}`)
}
