/**
 * Constraints on the points of a sweep: `wakeup_k <= n`, `2 <= topology_degree < n/2`, `delay = constant`. They are
 * comparisons of formulas in n and in parameters, or of a dimension with one of its values; `&` joins several. What a
 * point does not have, no constraint is about.
 */
import { didYouMean, type Formula, formulaOf, InputError } from '../../engine/index.ts'
import { catalogues, type ParametrisedAlgorithms, type Point, parametersAt } from './parameters.ts'

const operators = {
  '<=': (a: number, b: number) => a <= b,
  '>=': (a: number, b: number) => a >= b,
  '!=': (a: number, b: number) => a !== b,
  '<': (a: number, b: number) => a < b,
  '>': (a: number, b: number) => a > b,
  '=': (a: number, b: number) => a === b,
} as const
type Operator = keyof typeof operators

const spelling: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=' }

/** The dimensions that a constraint can compare with a value. */
const dimensions = [
  'algorithm',
  'timing',
  'topology',
  'delay',
  'wakeup',
  'faults',
  'inputs',
  'weights',
] as const

type Comparison =
  | { readonly kind: 'numbers'; readonly left: Formula; readonly operator: Operator; readonly right: Formula }
  | { readonly kind: 'text'; readonly name: string; readonly equal: boolean; readonly value: string }

/** A constraint that was read. */
export interface Constraint {
  readonly text: string
  readonly comparisons: readonly Comparison[]
}

/** What is known at a point: its parameters, n where it is known, and its dimensions. */
type Known = Readonly<Record<string, number | string>>

/** Reads a constraint on points like these. Throws an InputError that says what is wrong with it. */
export function readConstraint(
  text: string,
  points: readonly Point[],
  algorithms: ParametrisedAlgorithms,
): Constraint {
  const known = new Map<string, number | string>()
  for (const point of points)
    for (const [name, value] of Object.entries(knownAt(point, algorithms)))
      if (!known.has(name) || typeof value === 'number') known.set(name, value)
  const comparisons = text.split('&').flatMap((part) => readPart(part.trim(), text, known))
  return { text, comparisons }
}

function readPart(part: string, whole: string, known: ReadonlyMap<string, number | string>): Comparison[] {
  const [, word = '', sign, rest = ''] = /^\s*(\w+)\s*(!=|≠|=)\s*(.*)$/.exec(part) ?? []
  const isText = typeof known.get(word) === 'string' || dimensions.some((one) => one === word)
  if (sign !== undefined && isText)
    return [
      {
        kind: 'text',
        name: word,
        equal: sign === '=',
        value: canonical(word, rest.trim().replace(/^\((.*)\)$/, '$1')),
      },
    ]
  const pieces = part.split(/(<=|>=|!=|≤|≥|≠|<|>|=)/)
  if (pieces.length < 3)
    throw new InputError(
      `constraint “${whole}” compares nothing; write such as wakeup_k <= n, or delay = constant`,
    )
  const sides = pieces.filter((_, i) => i % 2 === 0).map((side) => readSide(side.trim(), whole, known))
  return sides.slice(1).map((right, i) => {
    const sign = pieces[2 * i + 1]!
    return { kind: 'numbers', left: sides[i]!, operator: (spelling[sign] ?? sign) as Operator, right }
  })
}

function readSide(side: string, whole: string, known: ReadonlyMap<string, number | string>): Formula {
  if (side === '') throw new InputError(`constraint “${whole}”: nothing stands on one side of the comparison`)
  const formula = formulaOf(side)
  const names = [...known.keys()]
  for (const name of formula.variables) {
    if (typeof known.get(name) === 'number' || name === 'n') continue
    if (known.has(name))
      throw new InputError(
        `constraint “${whole}”: ${name} is no number; it can be compared with = and != alone`,
      )
    const numbers = names.filter((one) => typeof known.get(one) === 'number')
    throw new InputError(
      `constraint “${whole}”: nothing here is called ${name}${didYouMean(name, names) || `; there are ${[...numbers, ...dimensions].join(', ')}`}`,
    )
  }
  return formula
}

/** The value of a dimension as rows spell it. */
function canonical(name: string, value: string): string {
  const catalogue = catalogues[name as keyof typeof catalogues] as (typeof catalogues)['topology'] | undefined
  return catalogue?.find(value)?.spec ?? value
}

/** Whether a point satisfies a constraint. */
export function satisfies(
  point: Point,
  { comparisons }: Constraint,
  algorithms: ParametrisedAlgorithms,
): boolean {
  const known = knownAt(point, algorithms)
  return comparisons.every((one) => holds(one, known))
}

function holds(comparison: Comparison, known: Known): boolean {
  if (comparison.kind === 'text') {
    const value = known[comparison.name]
    return value === undefined || (String(value) === comparison.value) === comparison.equal
  }
  const { left, operator, right } = comparison
  const has = (name: string) => typeof known[name] === 'number'
  if (![...left.variables, ...right.variables].every(has)) return true
  const value = (name: string) => known[name] as number
  return operators[operator](left.evaluate(value), right.evaluate(value))
}

function knownAt(point: Point, algorithms: ParametrisedAlgorithms): Known {
  const { algorithm, timing, topology, delay, wakeup, inputs, weights, n } = point
  return {
    algorithm,
    timing,
    topology,
    wakeup,
    inputs,
    ...(delay !== null && { delay }),
    ...(weights !== undefined && { weights }),
    ...(n > 0 && { n }),
    ...parametersAt(point, algorithms),
  }
}
