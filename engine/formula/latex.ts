import type { After, Call, Expression, Operation, Sum } from './expression.ts'
import { isSigned, leftmost } from './expression.ts'
import { prefixes } from './functions.ts'

export function toLatex(e: Expression, after: After = 'nothing'): string {
  switch (e.kind) {
    case 'number':
      return e.text
    case 'name':
      return nameLatex(e.name)
    case 'group':
      return inParentheses(toLatex(e.operand))
    case 'negation':
      return `-${toLatex(e.operand)}`
    case 'operation':
      return operationLatex(e, after)
    case 'call':
      return callLatex(e, after)
    case 'sum':
      return sumLatex(e, after)
  }
}

const inParentheses = (latex: string): string => `\\left(${latex}\\right)`

/** A name of several letters is upright, lest it look like a product. */
function nameLatex(name: string): string {
  return /^[A-Za-z]$/.test(name) ? name : `\\mathrm{${name.replaceAll('_', '\\_')}}`
}

function operationLatex({ operator, left, right }: Operation, after: After): string {
  if (operator === '/') return `\\frac{${withoutGroup(left)}}{${withoutGroup(right)}}`
  if (operator === '^') {
    const bare = left.kind === 'call' && prefixes.has(left.name) && left.name !== 'sqrt'
    const base = bare ? inParentheses(toLatex(left)) : toLatex(left, 'factor')
    return `${base}^{${withoutGroup(right)}}`
  }
  if (operator !== '*') return `${toLatex(left)} ${operator} ${toLatex(right)}`
  const sign = leftmost(right).kind === 'number' ? ' \\cdot ' : ' '
  return toLatex(left, 'factor') + sign + toLatex(right, after)
}

/** What is braced needs no parentheses. */
function withoutGroup(e: Expression): string {
  return toLatex(e.kind === 'group' ? e.operand : e)
}

const symbols: Readonly<Record<string, string>> = { log2: '\\log_2', logstar: '\\log^*' }

function callLatex({ name, operands }: Call, after: After): string {
  const [first, ...others] = operands.map((operand) => toLatex(operand))
  if (name === 'ceil') return `\\lceil ${first} \\rceil`
  if (name === 'floor') return `\\lfloor ${first} \\rfloor`
  if (name === 'sqrt') return /^\w$/.test(first!) ? `\\sqrt ${first}` : `\\sqrt{${first}}`
  if (name === 'H') return `H_{${first}}`
  const symbol = symbols[name] ?? `\\${name}`
  if (prefixes.has(name) && /^\w+$/.test(first!) && after === 'nothing') return `${symbol} ${first}`
  return symbol + inParentheses([first, ...others].join(', '))
}

function sumLatex({ index, from, to, body }: Sum, after: After): string {
  const term = isSigned(body) ? inParentheses(toLatex(body)) : toLatex(body)
  const latex = `\\sum_{${nameLatex(index)}=${toLatex(from)}}^{${toLatex(to)}} ${term}`
  return after === 'nothing' ? latex : inParentheses(latex)
}
