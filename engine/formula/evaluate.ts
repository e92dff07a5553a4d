import type { Expression, Sum } from './expression.ts'
import { functions } from './functions.ts'

/** What the variables of a formula stand for. */
export type Valuation = (name: string) => number

/** The most terms that all sums of a formula may have together; more would take longer than the run. */
const mostTerms = 10_000_000

/** The value: NaN where there is none, infinite only where it is too large for a number. */
export function evaluate(e: Expression, valuation: Valuation): number {
  return new Evaluation().of(e, valuation)
}

class Evaluation {
  #termsLeft = mostTerms

  of(e: Expression, value: Valuation): number {
    switch (e.kind) {
      case 'number':
        return e.value
      case 'name':
        return value(e.name)
      case 'group':
        return this.of(e.operand, value)
      case 'negation':
        return -this.of(e.operand, value)
      case 'operation':
        return operate(e.operator, this.of(e.left, value), this.of(e.right, value))
      case 'call':
        return functions.get(e.name)!.value(...e.operands.map((operand) => this.of(operand, value)))
      case 'sum':
        return this.#sum(e, value)
    }
  }

  #sum(e: Sum, value: Valuation): number {
    const [from, to] = [this.of(e.from, value), this.of(e.to, value)]
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to)) return Number.NaN
    if (to >= from) this.#termsLeft -= to - from + 1
    if (this.#termsLeft < 0) return Number.NaN
    let sum = 0
    for (let i = from; i <= to; i++) sum += this.of(e.body, (name) => (name === e.index ? i : value(name)))
    return sum
  }
}

function operate(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right
  if (operator === '-') return left - right
  if (operator === '*') return left * right
  if (operator === '/') return right === 0 ? Number.NaN : left / right
  return left === 0 && right < 0 ? Number.NaN : left ** right
}
