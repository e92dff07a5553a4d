/** A function of formulas; its value is NaN outside its domain. */
interface FormulaFunction {
  /** The fewest operands and the most. */
  readonly arity: readonly [number, number]
  /** What it is defined for, as a sentence ends: “… is for numbers above 0”. */
  readonly domain: string
  value(...operands: number[]): number
}

const one = (domain: string, value: (x: number) => number): FormulaFunction => ({
  arity: [1, 1],
  domain,
  value: (x) => value(x!),
})

const many = (value: (...operands: number[]) => number): FormulaFunction => ({
  arity: [1, Number.POSITIVE_INFINITY],
  domain: 'numbers',
  value,
})

/** A map, for the names that every object has, such as toString, are no functions of formulas. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map([
  ['log2', one('numbers above 0', (x) => (x > 0 ? Math.log2(x) : Number.NaN))],
  ['logstar', one('numbers', iteratedLogarithm)],
  ['ln', one('numbers above 0', (x) => (x > 0 ? Math.log(x) : Number.NaN))],
  ['sqrt', one('numbers from 0 on', Math.sqrt)],
  ['ceil', one('numbers', Math.ceil)],
  ['floor', one('numbers', Math.floor)],
  ['min', many(Math.min)],
  ['max', many(Math.max)],
  ['H', one('integers from 0 on', harmonic)],
])

/** Functions that may stand before one name or number without parentheses: log₂ n. */
export const prefixes: ReadonlySet<string> = new Set(['log2', 'logstar', 'ln', 'sqrt'])

/** log*: how often the logarithm must be taken to come from x to 1 or less. */
function iteratedLogarithm(x: number): number {
  if (Number.isNaN(x) || x === Number.POSITIVE_INFINITY) return Number.NaN
  let times = 0
  for (let rest = x; rest > 1; rest = Math.log2(rest)) times++
  return times
}

/** Where to stop adding. The formula for all larger n is off by less than 1/(120 n^4), which is below rounding. */
const addedUpTo = 2 ** 24

const eulersConstant = 0.5772156649015329

/** The harmonic number 1 + 1/2 + … + 1/n. */
function harmonic(n: number): number {
  if (!Number.isInteger(n) || n < 0) return Number.NaN
  if (n > addedUpTo) return Math.log(n) + eulersConstant + 1 / (2 * n) - 1 / (12 * n * n)
  let sum = 0
  for (let i = n; i >= 1; i--) sum += 1 / i
  return sum
}
