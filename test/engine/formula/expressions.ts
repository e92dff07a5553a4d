/** Random expressions, written in the language of formulas and evaluated by their own means. */
import fc from '../../helpers/property.ts'

type Tree =
  | { kind: 'number'; digits: string }
  | { kind: 'name'; name: string }
  | { kind: 'negation'; operand: Tree }
  | { kind: 'operation'; operator: string; left: Tree; right: Tree }
  | { kind: 'call'; name: string; operands: Tree[] }
  | { kind: 'sum'; index: string; from: number; to: number; body: Tree }

/** Names of one letter, of several, and such as look like parts of numbers, functions or signs. */
export const names = ['n', 'm', 'D', 'ecc', 'i', 'j', 'idx', 'e5', '_x', 'logs', 'sums', 'wake_up', 'x2']

const digits = ['0', '1', '2', '7', '10', '16', '2.5', '0.125', '1000000000000000000000000', '0.0000001']

export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
    fc.oneof(
      fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom(...names) }),
      fc.record({ kind: fc.constant('number' as const), digits: fc.constantFrom(...digits) }),
    ),
    fc.record({ kind: fc.constant('negation' as const), operand: tie('tree') }),
    fc.record({
      kind: fc.constant('operation' as const),
      operator: fc.constantFrom('+', '-', '*', '*', '*', '/', '/', '^', '^'),
      left: tie('tree'),
      right: tie('tree'),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('log2', 'logstar', 'ln', 'sqrt', 'ceil', 'floor', 'H', 'log2', 'sqrt'),
      operands: fc.tuple(tie('tree')),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      name: fc.constantFrom('min', 'max'),
      operands: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('sum' as const),
      index: fc.constantFrom('i', 'j', 'idx'),
      from: fc.integer({ min: 0, max: 2 }),
      to: fc.integer({ min: 0, max: 4 }),
      body: tie('tree'),
    }),
  ),
})).tree

/** What binds how tightly: 0 sums of terms, 1 a product, 2 a power, 3 what needs no parentheses. */
const level = (tree: Tree): number => {
  if (tree.kind === 'negation') return 1
  if (tree.kind !== 'operation') return 3
  return { '+': 0, '-': 0, '*': 1, '/': 1 }[tree.operator] ?? 2
}

/** In the language of formulas, with the fewest parentheses. */
export function write(tree: Tree): string {
  const at = (least: number, part: Tree) => (level(part) < least ? `(${write(part)})` : write(part))
  switch (tree.kind) {
    case 'number':
      return tree.digits
    case 'name':
      return tree.name
    case 'negation':
      return `-${at(1, tree.operand)}`
    case 'call':
      return `${tree.name}(${tree.operands.map(write).join(', ')})`
    case 'sum':
      return `sum(${tree.index}, ${tree.from}, ${tree.to}, ${write(tree.body)})`
    case 'operation': {
      const { operator, left, right } = tree
      if (operator === '^') return `${at(3, left)}^${at(2, right)}`
      if (operator === '+' || operator === '-') return `${at(0, left)} ${operator} ${at(1, right)}`
      const first = left.kind === 'negation' ? `(${write(left)})` : at(1, left)
      return `${first} ${operator} ${at(2, right)}`
    }
  }
}

export type Values = Readonly<Record<string, number>>

/** The value by the definitions, NaN where there is none. */
export function valueByHand(tree: Tree, values: Values): number {
  switch (tree.kind) {
    case 'number':
      return Number(tree.digits)
    case 'name':
      return values[tree.name] ?? Number.NaN
    case 'negation':
      return -valueByHand(tree.operand, values)
    case 'call':
      return apply(
        tree.name,
        tree.operands.map((operand) => valueByHand(operand, values)),
      )
    case 'sum': {
      let sum = 0
      for (let i = tree.from; i <= tree.to; i++) sum += valueByHand(tree.body, { ...values, [tree.index]: i })
      return sum
    }
    case 'operation':
      return apply(tree.operator, [valueByHand(tree.left, values), valueByHand(tree.right, values)])
  }
}

/** One step of arithmetic. */
export function apply(name: string, given: readonly number[]): number {
  const [x = Number.NaN, y = Number.NaN] = given
  switch (name) {
    case '+':
      return x + y
    case '-':
      return x - y
    case '*':
      return x * y
    case '/':
      return y === 0 ? Number.NaN : x / y
    case '^':
      return x === 0 && y < 0 ? Number.NaN : x ** y
    case 'log2':
      return x > 0 ? Math.log2(x) : Number.NaN
    case 'logstar':
      return logStar(x)
    case 'ln':
      return x > 0 ? Math.log(x) : Number.NaN
    case 'H':
      return Number.isInteger(x) && x >= 0 ? harmonic(x) : Number.NaN
    default:
      return (Math[name as 'min'] as (...all: number[]) => number)(...given)
  }
}

/** By its recursion. */
const logStar = (x: number): number => {
  if (!Number.isFinite(x)) return Number.isNaN(x) || x > 0 ? Number.NaN : 0
  return x <= 1 ? 0 : 1 + logStar(Math.log2(x))
}

/** By the definition, or for large n by the first terms of Euler and Maclaurin. */
function harmonic(n: number): number {
  if (n > 1000) return Math.log(n) + 0.5772156649015329 + 1 / (2 * n) - 1 / (12 * n * n)
  let sum = 0
  for (let i = 1; i <= n; i++) sum += 1 / i
  return sum
}
