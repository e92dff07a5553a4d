import { InputError } from '../errors.ts'
import type { NumberParameter, Parameter } from './entry.ts'

/** The value that a text gives a parameter. `where` opens the message of the error: “delay uniform: min=2”. */
export function readValue(parameter: Parameter, text: string, where: string): number | string {
  if (parameter.kind !== 'text') return readNumber(parameter, text, where)
  if (parameter.choices !== undefined && !parameter.choices.includes(text))
    throw new InputError(`${where} is none of ${parameter.choices.join(', ')}`)
  return text
}

function readNumber(parameter: NumberParameter, text: string, where: string): number {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) throw new InputError(`${where} is not a number`)
  if (parameter.kind === 'integer' && !Number.isSafeInteger(value))
    throw new InputError(`${where} is not an integer`)
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, aboveMin } = parameter
  if (aboveMin ? value <= min : value < min)
    throw new InputError(`${where} is too small; it must be ${aboveMin ? 'above' : 'at least'} ${min}`)
  if (value > max) throw new InputError(`${where} is too large; it must be at most ${max}`)
  return value
}
