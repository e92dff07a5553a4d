/**
 * The formula language: one expression gives a number, a line of text and LaTeX.
 *
 *   2m - (n - 1)      n(n + 1)/2      4m - 2n + 2      8n log2(n) + 6n      sum(i, 1, ceil(log2(n)), 2^i)
 *
 * A product may be written without a sign. Names are variables unless they are those of functions. Parentheses are
 * kept as written, so what is printed has the shape of what was typed; more are printed where it could be misread.
 */
import { InputError } from '../errors.ts'
import { evaluate, type Valuation } from './evaluate.ts'
import { freeVariables } from './expression.ts'
import { toLatex } from './latex.ts'
import { parseExpression } from './parse.ts'
import { toText } from './text.ts'
import { trouble } from './trouble.ts'

export type { Valuation } from './evaluate.ts'

/** An expression that was read: it evaluates itself, and prints itself as text and as LaTeX. */
export interface Formula {
  readonly source: string
  /** The free variables, in order of appearance. */
  readonly variables: readonly string[]
  /** The value; NaN where the mathematics gives none, infinite where it is too large for a number. */
  evaluate(valuation: Valuation): number
  /** Why the value is NaN or infinite, such as “n/0 divides by 0”; null if it is neither. */
  trouble(valuation: Valuation): string | null
  /** One line of Unicode text: 2m − (n − 1). It can be read again, and is the same function. */
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
    trouble: (valuation) => trouble(expression, valuation),
    text: toText(expression),
    latex: toLatex(expression),
  }
}

/** A valuation by a table; a variable that is not in it is an InputError. */
export function valuation(values: Readonly<Record<string, number>>): Valuation {
  return (name) => {
    if (Object.hasOwn(values, name)) return values[name]!
    throw new InputError(`a formula uses ${name}, which is none of ${Object.keys(values).join(', ')}`)
  }
}
