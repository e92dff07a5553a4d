/** The grammar of formulas: expression = term {(+|−) term}; term = power {[*|/] power}; power = atom [^ power]. */
import { InputError } from '../errors.ts'
import { didYouMean } from '../specs/suggest.ts'

export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'group'; readonly operand: Expression }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | {
      readonly kind: 'operation'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'call'; readonly name: string; readonly operands: readonly Expression[] }
  | {
      readonly kind: 'sum'
      readonly index: string
      readonly from: Expression
      readonly to: Expression
      readonly body: Expression
    }

interface FormulaFunction {
  readonly value: (...operands: number[]) => number
  readonly text: (operands: readonly string[]) => string
  readonly latex: (operands: readonly string[]) => string
}

const named = (name: string, value: (...operands: number[]) => number): FormulaFunction => ({
  value,
  text: (operands) => `${name}(${operands.join(', ')})`,
  latex: (operands) => `\\${name}\\left(${operands.join(', ')}\\right)`,
})

/** A function that is written without parentheses before a single letter or number: log₂ n. */
const prefix = (text: string, latex: string, value: (x: number) => number): FormulaFunction => ({
  value: (x) => value(x!),
  text: ([x]) => (/^\w+$/.test(x!) ? `${text} ${x}` : `${text}(${x})`),
  latex: ([x]) => (/^\w+$/.test(x!) ? `${latex} ${x}` : `${latex}\\left(${x}\\right)`),
})

export const functions: Readonly<Record<string, FormulaFunction>> = {
  log2: prefix('log₂', '\\log_2', Math.log2),
  ln: prefix('ln', '\\ln', Math.log),
  sqrt: prefix('√', '\\sqrt', Math.sqrt),
  ceil: { value: (x) => Math.ceil(x!), text: ([x]) => `⌈${x}⌉`, latex: ([x]) => `\\lceil ${x} \\rceil` },
  floor: { value: (x) => Math.floor(x!), text: ([x]) => `⌊${x}⌋`, latex: ([x]) => `\\lfloor ${x} \\rfloor` },
  min: named('min', Math.min),
  max: named('max', Math.max),
  /** The harmonic number 1 + 1/2 + … + 1/n. */
  H: { value: (n) => harmonic(n!), text: ([n]) => `H(${n})`, latex: ([n]) => `H_{${n}}` },
}

function harmonic(n: number): number {
  let sum = 0
  for (let i = n; i >= 1; i--) sum += 1 / i
  return sum
}

export function parseExpression(source: string): Expression {
  const tokens = [...source.matchAll(/\s*(\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/^(),]|\S)/g)].map((match) => ({
    text: match[1]!,
    column: match.index + match[0].length - match[1]!.length + 1,
  }))
  let next = 0
  const peek = () => tokens[next]?.text ?? ''
  const fail = (wanted: string): never => {
    const token = tokens[next]
    const found = token === undefined ? 'it ends' : `“${token.text}” stands at column ${token.column}`
    throw new InputError(`formula “${source}”: ${wanted} is expected where ${found}`)
  }
  const take = (text: string) => (peek() === text ? next++ : fail(`“${text}”`))

  const expression = (): Expression => {
    let left = term()
    while (peek() === '+' || peek() === '-') {
      const operator = tokens[next++]!.text
      left = { kind: 'operation', operator, left, right: term() }
    }
    return left
  }
  const term = (): Expression => {
    if (peek() === '-') {
      next++
      return { kind: 'negation', operand: term() }
    }
    let left = power()
    for (;;) {
      if (peek() === '*' || peek() === '/') {
        const operator = tokens[next++]!.text
        left = { kind: 'operation', operator, left, right: power() }
      } else if (/^[\w(]/.test(peek())) {
        left = { kind: 'operation', operator: '*', left, right: power() }
      } else return left
    }
  }
  const power = (): Expression => {
    const base = atom()
    if (peek() !== '^') return base
    next++
    return { kind: 'operation', operator: '^', left: base, right: power() }
  }
  const operands = (): Expression[] => {
    take('(')
    const all = [expression()]
    while (peek() === ',') {
      next++
      all.push(expression())
    }
    take(')')
    return all
  }
  const atom = (): Expression => {
    const text = peek()
    if (text === '(') {
      next++
      const operand = expression()
      take(')')
      return { kind: 'group', operand }
    }
    if (/^\d/.test(text)) {
      next++
      return { kind: 'number', value: Number(text) }
    }
    if (!/^[A-Za-z_]/.test(text)) return fail('a number, a name or “(”')
    next++
    if (text === 'sum') return sum()
    if (text in functions) return { kind: 'call', name: text, operands: operands() }
    if (peek() === '(' && text.length > 3) {
      next--
      return fail(`a function${didYouMean(text, Object.keys(functions))}`)
    }
    return { kind: 'name', name: text }
  }
  const sum = (): Expression => {
    const all = operands()
    const index = all[0]!
    if (all.length !== 4 || index.kind !== 'name') return fail('sum(index, from, to, term)')
    return { kind: 'sum', index: index.name, from: all[1]!, to: all[2]!, body: all[3]! }
  }

  const whole = expression()
  if (next < tokens.length) fail('an operator or the end')
  return whole
}
