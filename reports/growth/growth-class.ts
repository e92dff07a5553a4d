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
  readonly lower: readonly Term[]
  /** What terms of lower order may amount to: less in rarer classes, which would otherwise come near all others. */
  readonly isRare?: boolean
  /** Two terms of the same order, each with a coefficient of its own: `value` is their sum. */
  readonly sum?: readonly [Term, Term]
}

/** A part of a cost, up to its coefficient. */
export interface Term {
  /** As sentences have it. */
  readonly text: string
  readonly value: (place: Place) => number
}

/** A class by its formula, and its terms of lower order by theirs. Throws an InputError if one cannot be read. */
export function growthClass(formula: string, lower: readonly string[], text?: string): GrowthClass {
  return { ...term(formula, text), lower: lower.map((one) => term(one)) }
}

/** How sentences have logarithms, whose base makes no difference to a class. */
const term = (formula: string, text?: string): Term => ({
  text: text ?? usual[formula] ?? formulaOf(formula).text,
  value: evaluator(formula),
})

const usual: Readonly<Record<string, string>> = {
  'log2(n)': 'log n',
  'log2(n)^2': 'log² n',
  'sqrt(n)': '√n',
  'n log2(n)': 'n log n',
  'n log2(n)^2': 'n log² n',
  'n sqrt(n)': 'n√n',
  'n^2 log2(n)': 'n² log n',
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
  const { text } = formulaOf(formula)
  const value = evaluator(formula)
  const slower = usualClasses.filter((one) => growthOf(one.value) < growthOf(value) - 0.05)
  return { text, value, lower: slower.slice(-2) }
}

/** The exponent of a class where n is large, on networks with m = 4n and D = log n. */
function growthOf(value: GrowthClass['value']): number {
  const at = (n: number) => Math.log2(value({ n, m: 4 * n, D: Math.log2(n), ecc: Math.log2(n) }))
  return (at(2 ** 40) - at(2 ** 20)) / 20
}

/**
 * The usual classes in n, the slowest first. n·H(n) is n ln n + 0.58 n + …: a cost of the class n log n with a term of
 * lower order.
 */
const usualClasses: readonly GrowthClass[] = [
  growthClass('1', ['1/n']),
  growthClass('log2(n)', ['1']),
  growthClass('sqrt(n)', ['1', 'log2(n)']),
  growthClass('n', ['1', 'log2(n)', 'sqrt(n)']),
  growthClass('n log2(n)', ['n', '1']),
  growthClass('n log2(n)^2', ['n log2(n)', 'n']),
  growthClass('n sqrt(n)', ['n', 'n log2(n)']),
  growthClass('n^2', ['n', 'n log2(n)']),
  growthClass('n^2 log2(n)', ['n^2', 'n']),
  growthClass('n^3', ['n^2', 'n']),
]

/** Classes between the usual ones. */
const rareClasses: readonly GrowthClass[] = [
  growthClass('log2(log2(n))', ['1'], 'log log n'),
  growthClass('log2(n)^2', ['1', 'log2(n)']),
  growthClass('n^(1/3)', ['1']),
  growthClass('n / log2(n)', ['1', 'sqrt(n)'], 'n/log n'),
].map((one) => ({ ...one, isRare: true }))

export const classesInN: readonly GrowthClass[] = [...usualClasses, ...rareClasses]

/** Those in m and D, which are tried beside them where networks of several kinds are looked at together. */
export const classesInMAndD: readonly GrowthClass[] = [
  growthClass('D', ['1', 'log2(n)']),
  growthClass('m', ['n', '1']),
  {
    ...growthClass('m + n log2(n)', ['n'], 'a m + b n log n'),
    sum: [growthClass('m', []), growthClass('n log2(n)', [])],
  },
  growthClass('m log2(n)', ['m', 'n'], 'm log n'),
  growthClass('D n', ['n'], 'D n'),
  growthClass('D m', ['m', 'n'], 'D m'),
  growthClass('n m', ['m'], 'n m'),
]
