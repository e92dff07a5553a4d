import type { After, Call, Expression, Operation } from './expression.ts'
import { isSigned, leftmost } from './expression.ts'
import { prefixes } from './functions.ts'
import { superscripts } from './tokens.ts'

/** One line of Unicode text, which the grammar reads as the same function. */
export function toText(e: Expression, after: After = 'nothing'): string {
  switch (e.kind) {
    case 'number':
      return e.text
    case 'name':
      return e.name
    case 'group':
      return `(${toText(e.operand)})`
    case 'negation':
      return `−${toText(e.operand)}`
    case 'operation':
      return operationText(e, after)
    case 'call':
      return callText(e, after)
    case 'sum': {
      const body = isSigned(e.body) ? `(${toText(e.body)})` : toText(e.body)
      const text = `Σ(${e.index} = ${toText(e.from)} … ${toText(e.to)}) ${body}`
      return after === 'nothing' ? text : `(${text})`
    }
  }
}

function operationText({ operator, left, right }: Operation, after: After): string {
  // A sum would take what follows the whole into its term.
  const last = after === 'nothing' ? 'slash' : after
  if (operator === '+') return `${toText(left)} + ${toText(right)}`
  if (operator === '-') return `${toText(left)} − ${toText(right)}`
  if (operator === '*') {
    const [first, second] = [toText(left, 'factor'), toText(right, after)]
    return first + productSign(left, first, right, second) + second
  }
  if (operator === '/') return `${toText(left, 'slash')}/${toText(right, last)}`
  const base = left.kind === 'call' && prefixes.has(left.name) ? `(${toText(left)})` : toText(left, 'factor')
  const isDigit = right.kind === 'number' && /^\d$/.test(right.text)
  return isDigit
    ? base + superscripts[right.value]!
    : `${base}^${toText(right, after === 'nothing' ? 'slash' : 'factor')}`
}

/** Nothing in 2m and n(n + 1), a space in n log₂ n, a dot where two digits would run together. */
function productSign(left: Expression, first: string, right: Expression, second: string): string {
  // A long name before a parenthesis would be read as a function.
  if (/[A-Za-z_]\w{3,}$/.test(first) && second.startsWith('(')) return '·'
  if (right.kind === 'group' || (right.kind === 'sum' && second.startsWith('('))) return ''
  const begin = leftmost(right)
  if (begin.kind === 'number') return '·'
  // 2e3 would be read as a number.
  const runsOn = left.kind === 'number' && begin.kind === 'name' && !/^([eE]\d|_)/.test(begin.name)
  return runsOn ? '' : ' '
}

const symbols: Readonly<Record<string, string>> = { log2: 'log₂', logstar: 'log*', sqrt: '√' }

function callText({ name, operands }: Call, after: After): string {
  const texts = operands.map((operand) => toText(operand))
  if (name === 'ceil') return `⌈${texts[0]}⌉`
  if (name === 'floor') return `⌊${texts[0]}⌋`
  const symbol = symbols[name] ?? name
  const [operand] = operands
  const isShort = operand!.kind === 'name' || (operand!.kind === 'number' && /^\d+$/.test(operand!.text))
  if (prefixes.has(name) && isShort && after !== 'factor') return `${symbol} ${texts[0]}`
  return `${symbol}(${texts.join(', ')})`
}
