import { InputError } from '../../errors.ts'
import type { Value } from '../../model/index.ts'
import type { ParameterValues, TextParameter } from '../../specs/entry.ts'

/** The parameter `initial` of objects that begin with a value: JSON, or a word. */
export const initialParameter = (fallback: string): { readonly initial: TextParameter } => ({
  initial: { kind: 'text', default: fallback, description: 'the value at the beginning, as JSON' },
})

/** The value that a spec gives. What is no JSON is the text itself. */
export function initialOf({ initial }: ParameterValues): Value {
  try {
    return JSON.parse(String(initial))
  } catch {
    return String(initial)
  }
}

/** The number that a spec gives. Throws an InputError if it is none. */
export function initialNumber(values: ParameterValues): number {
  const value = initialOf(values)
  if (typeof value === 'number') return value
  throw new InputError(`initial=${values.initial} must be a number`)
}
