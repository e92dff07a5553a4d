/** A formula as a tree. Parentheses that were written are groups; the printers need them. */
export type Expression =
  /** `text` is how it is printed: in decimal digits, whatever its size. */
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'group'; readonly operand: Expression }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | Operation
  | Call
  | Sum

export interface Operation {
  readonly kind: 'operation'
  readonly operator: '+' | '-' | '*' | '/' | '^'
  readonly left: Expression
  readonly right: Expression
}

/** One of the functions, such as log2(n). */
export interface Call {
  readonly kind: 'call'
  readonly name: string
  readonly operands: readonly Expression[]
}

export interface Sum {
  readonly kind: 'sum'
  readonly index: string
  readonly from: Expression
  readonly to: Expression
  readonly body: Expression
}

/** Names of quantities: a letter or “_”, then letters, digits and “_”. */
export const namePattern = /^[A-Za-z_]\w*$/

export function* freeVariables(e: Expression): Generator<string> {
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

/** What the text of an expression begins with, so far as it begins with an operand. */
export function leftmost(e: Expression): Expression {
  return e.kind === 'operation' ? leftmost(e.left) : e
}

/** Whether an expression has a sign at its top, so that a sum's term or a factor needs parentheses around it. */
export function isSigned(e: Expression): boolean {
  return e.kind === 'negation' || (e.kind === 'operation' && (e.operator === '+' || e.operator === '-'))
}

/**
 * What follows an expression in the same product: a factor, the sign of division, or nothing. Before a factor “log₂ n”
 * needs parentheses, and a sum must be the last.
 */
export type After = 'nothing' | 'slash' | 'factor'
