import { formulaOf, formulaValue } from '../../engine/index.ts'

/** Where a cost was measured: the quantities that a class of growth may depend on; NaN where one is not known. */
export interface Place {
  readonly n: number
  readonly m: number
  /** The diameter. */
  readonly D: number
  /** The eccentricity of the root. */
  readonly ecc: number
}

/** A function of n, m, D and ecc, up to a constant factor and terms of lower order. */
export interface GrowthClass {
  /** As sentences have it: n log n. */
  readonly text: string
  readonly value: (place: Place) => number
  /** Terms of lower order, one of which a cost of this class may have beside the leading one. */
  readonly lower: readonly ((place: Place) => number)[]
}

/** A class by its formula, and its terms of lower order by theirs. Throws an InputError if one cannot be read. */
export function growthClass(formula: string, lower: readonly string[], text?: string): GrowthClass {
  return {
    text: text ?? formulaOf(formula).text,
    value: evaluator(formula),
    lower: lower.map(evaluator),
  }
}

function evaluator(formula: string): (place: Place) => number {
  formulaOf(formula)
  return (place) => formulaValue(formula, (name) => place[name as keyof Place] ?? Number.NaN)
}

/**
 * A class that someone names by its formula. Its terms of lower order are the two classes in n that come before it.
 * Throws an InputError if the formula cannot be read.
 */
export function ownClass(formula: string): GrowthClass {
  const { text, value } = growthClass(formula, [])
  const slower = classesInN.filter((one) => growthOf(one.value) < growthOf(value) - 0.05).slice(-2)
  return { text, value, lower: slower.map((one) => one.value) }
}

/** The exponent of a class where n is large, on networks with m = 4n and D = log n. */
function growthOf(value: GrowthClass['value']): number {
  const at = (n: number) => Math.log2(value({ n, m: 4 * n, D: Math.log2(n), ecc: Math.log2(n) }))
  return (at(2 ** 40) - at(2 ** 20)) / 20
}

/**
 * The classes in n, the slowest first. n·H(n) is n ln n + 0.58 n + …: a cost of the class n log n with a term of lower
 * order.
 */
export const classesInN: readonly GrowthClass[] = [
  growthClass('1', ['1/n']),
  growthClass('log2(n)', ['1'], 'log n'),
  growthClass('sqrt(n)', ['1', 'log2(n)'], '√n'),
  growthClass('n', ['1', 'log2(n)', 'sqrt(n)']),
  growthClass('n log2(n)', ['n', '1'], 'n log n'),
  growthClass('n log2(n)^2', ['n log2(n)', 'n'], 'n log² n'),
  growthClass('n sqrt(n)', ['n'], 'n√n'),
  growthClass('n^2', ['n', 'n log2(n)']),
  growthClass('n^2 log2(n)', ['n^2', 'n'], 'n² log n'),
  growthClass('n^3', ['n^2', 'n']),
]

/** Those in m and D, which are tried beside them where networks of several kinds are looked at together. */
export const classesInMAndD: readonly GrowthClass[] = [
  growthClass('D', ['1', 'log2(n)']),
  growthClass('m', ['n', '1']),
  growthClass('m + n log2(n)', ['n'], 'm + n log n'),
  growthClass('m log2(n)', ['m', 'n'], 'm log n'),
  growthClass('D n', ['n'], 'D n'),
  growthClass('D m', ['m', 'n'], 'D m'),
  growthClass('n m', ['m'], 'n m'),
]
