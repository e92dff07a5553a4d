/**
 * The grammar of formulas. What is printed can be read, too: − · ² ⌈⌉ ⌊⌋ √ log₂ log* Σ.
 *
 *   expression = term {(+|−) term}            term = − term | power {[*|/] power}         power = atom [^ power | ²]
 *   atom = number | name | (expression) | ⌈expression⌉ | ⌊expression⌋ | function(expression {, expression})
 *        | (log₂|log*|ln|√) (name|number) | sum(name, expression, expression, expression)
 *        | Σ(name = expression … expression) term
 */
import { didYouMean } from '../suggest.ts'
import type { Expression, Operation } from './expression.ts'
import { namePattern } from './expression.ts'
import { functions, prefixes } from './functions.ts'
import { superscripts, Tokens } from './tokens.ts'

export function parseExpression(source: string): Expression {
  const tokens = new Tokens(source)
  const whole = expression(tokens)
  if (!tokens.atEnd) tokens.fail('an operator or the end')
  return whole
}

const operation = (operator: Operation['operator'], left: Expression, right: Expression): Expression => ({
  kind: 'operation',
  operator,
  left,
  right,
})

function expression(tokens: Tokens): Expression {
  let left = term(tokens)
  for (;;) {
    if (tokens.accepts('+')) left = operation('+', left, term(tokens))
    else if (tokens.accepts('-')) left = operation('-', left, term(tokens))
    else return left
  }
}

const beginsFactor = (text: string): boolean => /^[\w(⌈⌊Σ]/.test(text)

function term(tokens: Tokens): Expression {
  if (tokens.accepts('-')) return { kind: 'negation', operand: term(tokens) }
  let left = power(tokens)
  for (;;) {
    if (tokens.accepts('/')) left = operation('/', left, power(tokens))
    else if (tokens.accepts('*') || beginsFactor(tokens.text)) left = operation('*', left, power(tokens))
    else return left
  }
}

const isSuperscript = (text: string): boolean => text !== '' && superscripts.includes(text[0]!)

function power(tokens: Tokens): Expression {
  const base = atom(tokens)
  if (tokens.accepts('^')) return operation('^', base, power(tokens))
  if (!isSuperscript(tokens.text)) return base
  const digits = [...tokens.take()].map((digit) => superscripts.indexOf(digit)).join('')
  return operation('^', base, number(digits))
}

function number(digits: string): Expression {
  const value = Number(digits)
  const text = String(value)
  return { kind: 'number', value, text: text.includes('e') ? digits : text }
}

function atom(tokens: Tokens): Expression {
  const { text } = tokens
  if (text === '(') return { kind: 'group', operand: between(tokens, '(', ')') }
  if (text === '⌈') return { kind: 'call', name: 'ceil', operands: [between(tokens, '⌈', '⌉')] }
  if (text === '⌊') return { kind: 'call', name: 'floor', operands: [between(tokens, '⌊', '⌋')] }
  if (/^\d/.test(text)) return numberAlone(tokens)
  if (text === 'Σ') return printedSum(tokens)
  if (!namePattern.test(text)) return tokens.fail('a number, a name or “(”')
  tokens.take()
  if (text === 'sum') return sum(tokens)
  if (functions.has(text)) return call(tokens, text)
  // A long name before a parenthesis is rather a function that is misspelt than a factor.
  if (tokens.text === '(' && text.length > 3)
    return tokens.refuse(
      `there is no function ${text}${didYouMean(text, functions.keys()) || `; write ${text} * ( … ) for a product`}`,
    )
  return { kind: 'name', name: text }
}

function between(tokens: Tokens, open: string, close: string): Expression {
  tokens.expect(open)
  const inside = expression(tokens)
  tokens.expect(close)
  return inside
}

/** A number; what looks like a number of another language is refused, since it would be read as a product. */
function numberAlone(tokens: Tokens): Expression {
  const digits = tokens.take()
  const { text, touches } = tokens
  if (touches && /^[eE]\d+$/.test(text)) {
    const tens = `10^${text.slice(1)}`
    const power = Number(digits) === 1 ? tens : `${digits} * ${tens}`
    return tokens.refuse(`“${digits}${text}” is no number; write ${power} or its digits`)
  }
  if (touches && text.startsWith('_'))
    return tokens.refuse(`“${digits}${text}” is no number; write its digits`)
  if (!Number.isFinite(Number(digits))) return tokens.refuse('it has too large a number')
  return number(digits)
}

function operands(tokens: Tokens): Expression[] {
  tokens.expect('(')
  const all = [expression(tokens)]
  while (tokens.accepts(',')) all.push(expression(tokens))
  tokens.expect(')')
  return all
}

function call(tokens: Tokens, name: string): Expression {
  if (prefixes.has(name) && /^\w/.test(tokens.text)) return bareCall(tokens, name)
  const given = operands(tokens)
  const [fewest, most] = functions.get(name)!.arity
  if (given.length < fewest || given.length > most)
    tokens.refuse(`${name} takes one operand, but here it has ${given.length}`)
  return { kind: 'call', name, operands: given }
}

/** log₂ n: one name or number, and nothing after it that might belong to it. */
function bareCall(tokens: Tokens, name: string): Expression {
  const { text } = tokens
  if (functions.has(text) || text === 'sum') return tokens.fail('“(”')
  const operand = atom(tokens)
  const after = tokens.text
  if (beginsFactor(after) || isSuperscript(after) || after === '^' || after === '*')
    tokens.refuse(`it is not clear how far ${name} reaches; write ${name}(${text})`)
  return { kind: 'call', name, operands: [operand] }
}

function sum(tokens: Tokens): Expression {
  const [index, from, to, body, ...more] = operands(tokens)
  if (index?.kind !== 'name' || body === undefined || more.length > 0)
    return tokens.refuse('a sum is written sum(index, from, to, term)')
  return { kind: 'sum', index: index.name, from: from!, to: to!, body }
}

function printedSum(tokens: Tokens): Expression {
  tokens.expect('Σ')
  tokens.expect('(')
  const index = atom(tokens)
  if (index.kind !== 'name') return tokens.refuse('a sum is written Σ(index = from … to) term')
  tokens.expect('=')
  const from = expression(tokens)
  tokens.expect('…')
  const to = expression(tokens)
  tokens.expect(')')
  return { kind: 'sum', index: index.name, from, to, body: term(tokens) }
}
