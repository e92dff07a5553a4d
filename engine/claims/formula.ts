/**
 * The formula language: one expression gives a number, a line of text and LaTeX.
 *
 *   2m - (n - 1)      n(n + 1)/2      4m - 2n + 2      8n log2(n) + 6n      sum(i, 1, ceil(log2(n)), 2^i)
 *
 * A product may be written without a sign. Names are variables unless they are one of `functions`. Parentheses
 * are kept as written, so what is printed has the shape of what was typed.
 */
import { InputError } from '../errors.ts'
import { type Expression, functions, parseExpression } from './parse-formula.ts'

/** What the variables of a formula stand for. */
export type Valuation = (name: string) => number

export interface Formula {
  readonly source: string
  /** The free variables, in order of appearance. */
  readonly variables: readonly string[]
  /** The value; NaN or infinite where the mathematics is. */
  evaluate(valuation: Valuation): number
  /** One line of Unicode text: 2m − (n − 1). */
  readonly text: string
  readonly latex: string
}

/** Reads an expression; throws an InputError that names the column of the first thing that it cannot read. */
export function parseFormula(source: string): Formula {
  const expression = parseExpression(source)
  return {
    source,
    variables: [...new Set(freeVariables(expression))],
    evaluate: (valuation) => evaluate(expression, valuation),
    text: toText(expression),
    latex: toLatex(expression),
  }
}

/** A valuation by a table; a variable that is not in it is an InputError. */
export function valuation(values: Readonly<Record<string, number>>): Valuation {
  return (name) => {
    const value = values[name]
    if (value === undefined)
      throw new InputError(`a formula uses ${name}, which is none of ${Object.keys(values).join(', ')}`)
    return value
  }
}

function* freeVariables(e: Expression): Generator<string> {
  if (e.kind === 'name') yield e.name
  if (e.kind === 'group' || e.kind === 'negation') yield* freeVariables(e.operand)
  if (e.kind === 'operation') {
    yield* freeVariables(e.left)
    yield* freeVariables(e.right)
  }
  if (e.kind === 'call') for (const operand of e.operands) yield* freeVariables(operand)
  if (e.kind === 'sum') {
    yield* freeVariables(e.from)
    yield* freeVariables(e.to)
    for (const name of freeVariables(e.body)) if (name !== e.index) yield name
  }
}

function evaluate(e: Expression, value: Valuation): number {
  switch (e.kind) {
    case 'number':
      return e.value
    case 'name':
      return value(e.name)
    case 'group':
      return evaluate(e.operand, value)
    case 'negation':
      return -evaluate(e.operand, value)
    case 'operation':
      return operate(e.operator, evaluate(e.left, value), evaluate(e.right, value))
    case 'call':
      return functions[e.name]!.value(...e.operands.map((operand) => evaluate(operand, value)))
    case 'sum': {
      const last = evaluate(e.to, value)
      let sum = 0
      for (let i = evaluate(e.from, value); i <= last; i++)
        sum += evaluate(e.body, (name) => (name === e.index ? i : value(name)))
      return sum
    }
  }
}

function operate(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '/') return left / right
  return operator === '^' ? left ** right : left * right
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function toText(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return String(e.value)
    case 'name':
      return e.name
    case 'group':
      return `(${toText(e.operand)})`
    case 'negation':
      return `−${toText(e.operand)}`
    case 'operation': {
      const left = toText(e.left)
      const right = toText(e.right)
      if (e.operator === '^') return left + (/^\d$/.test(right) ? superscripts[Number(right)] : `^${right}`)
      if (e.operator === '/') return `${left}/${right}`
      if (e.operator === '*') return left + productSign(e.left, e.right) + right
      return `${left} ${e.operator === '-' ? '−' : '+'} ${right}`
    }
    case 'call':
      return functions[e.name]!.text(e.operands.map(toText))
    case 'sum':
      return `Σ(${e.index} = ${toText(e.from)} … ${toText(e.to)}) ${toText(e.body)}`
  }
}

/** Nothing in 2m and n(n + 1), a space in n log₂ n, a dot where two digits would run together. */
function productSign(left: Expression, right: Expression): string {
  if (right.kind === 'group') return ''
  const first = right.kind === 'operation' ? leftmost(right) : right
  if (first.kind === 'number') return '·'
  return left.kind === 'number' && first.kind === 'name' ? '' : ' '
}

function leftmost(e: Expression): Expression {
  return e.kind === 'operation' ? leftmost(e.left) : e
}

function toLatex(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return String(e.value)
    case 'name':
      return /^[A-Za-z]$/.test(e.name) ? e.name : `\\mathrm{${e.name.replaceAll('_', '\\_')}}`
    case 'group':
      return `\\left(${toLatex(e.operand)}\\right)`
    case 'negation':
      return `-${toLatex(e.operand)}`
    case 'operation': {
      const left = toLatex(e.left)
      const right = toLatex(e.right)
      if (e.operator === '^') return `${left}^{${withoutGroup(e.right)}}`
      if (e.operator === '/') return `\\frac{${withoutGroup(e.left)}}{${withoutGroup(e.right)}}`
      if (e.operator === '*') return left + (productSign(e.left, e.right) === '·' ? ' \\cdot ' : ' ') + right
      return `${left} ${e.operator} ${right}`
    }
    case 'call':
      return functions[e.name]!.latex(e.operands.map(toLatex))
    case 'sum':
      return `\\sum_{${e.index}=${toLatex(e.from)}}^{${toLatex(e.to)}} ${toLatex(e.body)}`
  }
}

function withoutGroup(e: Expression): string {
  return toLatex(e.kind === 'group' ? e.operand : e)
}
