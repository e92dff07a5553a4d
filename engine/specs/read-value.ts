import { InputError } from '../errors.ts'
import type { Formula } from '../formula/formula.ts'
import type { NumberParameter, Parameter } from './entry.ts'
import { isRange } from './range.ts'
import { readNumberText, valueAt } from './size-formula.ts'

/**
 * The value that a text gives a parameter, or the formula in n that it is. `where` opens the message of the error:
 * “delay uniform: min=2”.
 */
export function readValue(parameter: Parameter, text: string, where: string): number | string | Formula {
  if (parameter.kind !== 'text') return readNumber(parameter, text, where)
  if (parameter.choices !== undefined && !parameter.choices.includes(text))
    throw new InputError(`${where} is none of ${parameter.choices.join(', ')}`)
  return text
}

function readNumber(parameter: NumberParameter, text: string, where: string): number | Formula {
  if (isRange(text)) throw new InputError(`${where} is a range of values; here one value is needed`)
  const value = readNumberText(text, where)
  if (value === null) throw new InputError(`${where} is not a number`)
  return typeof value === 'number' ? checked(parameter, value, where) : value
}

/** The value of a formula for n processors; that of an integer is rounded to the nearest. */
export function formulaAt(parameter: NumberParameter, formula: Formula, n: number, where: string): number {
  const value = valueAt(formula, n, where)
  return checked(
    parameter,
    parameter.kind === 'integer' ? Math.round(value) : value,
    `${where} is ${value} at n = ${n}, which`,
  )
}

function checked(parameter: NumberParameter, value: number, where: string): number {
  if (parameter.kind === 'integer' && !Number.isSafeInteger(value))
    throw new InputError(`${where} is not an integer`)
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, aboveMin } = parameter
  if (aboveMin ? value <= min : value < min)
    throw new InputError(`${where} is too small; it must be ${aboveMin ? 'above' : 'at least'} ${min}`)
  if (value > max) throw new InputError(`${where} is too large; it must be at most ${max}`)
  return value
}
