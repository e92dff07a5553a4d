/**
 * Reads the LaTeX of formulas as a mathematician does, and gives its value. “\log_2” and “\sum” without parentheses
 * reach to the end of the product, so what is meant otherwise must have parentheses.
 */
import assert from 'node:assert/strict'
import { apply, type Values } from './expressions.ts'

type Meaning = (values: Values) => number

export function readLatex(latex: string): Meaning {
  const tokens =
    latex.match(
      /\\mathrm\{(?:[A-Za-z0-9]|\\_)+\}|\\log_2|\\log\^\*|\\left\(|\\right\)|\\[a-z]+|\d+(?:\.\d+)?|\S/g,
    ) ?? []
  let next = 0
  const peek = () => tokens[next] ?? ''
  const take = (text: string) => assert.equal(tokens[next++], text, latex)
  const binary =
    (operator: string, left: Meaning, right: Meaning): Meaning =>
    (values) =>
      apply(operator, [left(values), right(values)])

  const sum = (): Meaning => {
    let left = term()
    while (peek() === '+' || peek() === '-') left = binary(tokens[next++]!, left, term())
    return left
  }
  const ends = () => ['', '+', '-', '}', '\\right)', '\\rceil', '\\rfloor', ','].includes(peek())
  const term = (): Meaning => {
    if (peek() === '-') {
      next++
      const operand = term()
      return (values) => -operand(values)
    }
    let left = power()
    while (!ends()) {
      if (peek() === '\\cdot') next++
      else assert.doesNotMatch(peek(), /^\d/, `digits run together in ${latex}`)
      left = binary('*', left, power())
    }
    return left
  }
  const power = (): Meaning => {
    const base = atom()
    if (peek() !== '^') return base
    next++
    return binary('^', base, braced())
  }
  const enclosed = (open: string, close: string): Meaning => {
    take(open)
    const inside = sum()
    take(close)
    return inside
  }
  const braced = () => enclosed('{', '}')
  const called = (name: string, operands: readonly Meaning[]): Meaning => {
    return (values) =>
      apply(
        name,
        operands.map((operand) => operand(values)),
      )
  }
  const name = (token: string): string => token.replace(/^\\mathrm\{(.*)\}$/, '$1').replaceAll('\\_', '_')

  const atom = (): Meaning => {
    const token = peek()
    if (token === '\\left(') return enclosed('\\left(', '\\right)')
    if (token === '\\lceil') return called('ceil', [enclosed('\\lceil', '\\rceil')])
    if (token === '\\lfloor') return called('floor', [enclosed('\\lfloor', '\\rfloor')])
    next++
    if (/^\d/.test(token)) return () => Number(token)
    if (token === '\\frac') return binary('/', braced(), braced())
    if (token === '\\sqrt') return called('sqrt', [peek() === '{' ? braced() : atom()])
    if (token === 'H') {
      take('_')
      return called('H', [braced()])
    }
    if (token === '\\log_2' || token === '\\log^*' || token === '\\ln') {
      const parenthesised = peek() === '\\left('
      const operand = parenthesised ? atom() : term()
      if (parenthesised) assert.notEqual(peek(), '^', `it is not clear what is squared in ${latex}`)
      return called({ '\\ln': 'ln', '\\log_2': 'log2', '\\log^*': 'logstar' }[token], [operand])
    }
    if (token === '\\min' || token === '\\max') {
      take('\\left(')
      const operands = [sum()]
      while (peek() === ',') {
        next++
        operands.push(sum())
      }
      take('\\right)')
      return called(token.slice(1), operands)
    }
    if (token === '\\sum') return series()
    assert.match(token, /^(\\mathrm\{.*\}|[A-Za-z])$/, latex)
    return (values) => values[name(token)] ?? Number.NaN
  }
  const series = (): Meaning => {
    take('_')
    take('{')
    const index = name(tokens[next++]!)
    take('=')
    const from = sum()
    take('}')
    take('^')
    const to = braced()
    const body = term()
    return (values) => {
      let total = 0
      for (let i = from(values); i <= to(values); i++) total += body({ ...values, [index]: i })
      return total
    }
  }

  const whole = sum()
  assert.equal(next, tokens.length, latex)
  return whole
}
