import { evaluate, type Valuation } from './evaluate.ts'
import type { Expression, Sum } from './expression.ts'
import { functions } from './functions.ts'
import { toText } from './text.ts'

/** Why an expression has no finite value: the innermost part that has none, and why; null if it has one. */
export function trouble(e: Expression, value: Valuation): string | null {
  if (Number.isFinite(evaluate(e, value))) return null
  if (e.kind === 'sum') return troubleInSum(e, value)
  for (const part of partsOf(e)) {
    const found = trouble(part, value)
    if (found !== null) return found
  }
  return ownTrouble(e, value)
}

function partsOf(e: Expression): readonly Expression[] {
  if (e.kind === 'group' || e.kind === 'negation') return [e.operand]
  if (e.kind === 'operation') return [e.left, e.right]
  return e.kind === 'call' ? e.operands : []
}

/** Of an expression whose parts are all finite. */
function ownTrouble(e: Expression, value: Valuation): string {
  const result = evaluate(e, value)
  if (e.kind === 'name')
    return Number.isNaN(result) ? `${e.name} is not known here` : `${e.name} is infinite here`
  if (!Number.isNaN(result)) return `${toText(e)} is too large for a number`
  if (e.kind === 'operation' && e.operator === '/') return `${toText(e)} divides by 0`
  if (e.kind === 'call') {
    const given = e.operands.map((operand) => evaluate(operand, value)).join(', ')
    return `${toText(e)} has no value: ${e.name} is for ${functions.get(e.name)!.domain}, not for ${given}`
  }
  return `${toText(e)} has no value`
}

/** How many terms are looked at one by one. */
const lookedAt = 1000

function troubleInSum(e: Sum, value: Valuation): string {
  const inBounds = trouble(e.from, value) ?? trouble(e.to, value)
  if (inBounds !== null) return inBounds
  const [from, to] = [evaluate(e.from, value), evaluate(e.to, value)]
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to))
    return `${toText(e)} has no value: its bounds must be integers, not ${from} and ${to}`
  for (let i = from; i <= Math.min(to, from + lookedAt - 1); i++) {
    const inTerm = trouble(e.body, (name) => (name === e.index ? i : value(name)))
    if (inTerm !== null) return `${inTerm} where ${e.index} = ${i}`
  }
  return to - from < lookedAt
    ? `${toText(e)} is too large for a number`
    : `${toText(e)} has too many terms, or one without a value`
}
