import { InputError } from '../errors.ts'
import { type Formula, parseFormula } from '../formula/formula.ts'

/** A number that a text gives a parameter: the number itself, or a formula in n, the number of processors. */
export type NumberText = number | Formula

/**
 * Reads a number, or a formula such as `2ln(n)/n`; null for a text that is neither. `where` opens the message of the
 * InputError about a formula that is wrong.
 */
export function readNumberText(text: string, where: string): NumberText | null {
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number)) return number
  const formula = formulaIn(text, where)
  if (formula === null) return null
  const other = formula.variables.find((name) => name !== 'n')
  if (other !== undefined)
    throw new InputError(
      `${where} uses ${other}; a formula in a spec may use n, the number of processors, alone`,
    )
  return formula.variables.length === 0 ? valueAt(formula, Number.NaN, where) : formula
}

/** The formula that a text is meant as; null for a text that is no formula and does not look like one. */
function formulaIn(text: string, where: string): Formula | null {
  const looksLikeOne = /[(*/^+]|\bn\b/.test(text)
  try {
    const formula = parseFormula(text)
    return looksLikeOne || formula.variables.length === 0 ? formula : null
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    if (looksLikeOne) throw new InputError(`${where}: ${error.message}`)
    return null
  }
}

/** Its value for n processors. Throws an InputError where there is none. */
export function valueAt(text: NumberText, n: number, where: string): number {
  if (typeof text === 'number') return text
  const known = (name: string) => (name === 'n' ? n : Number.NaN)
  const value = text.evaluate(known)
  if (Number.isFinite(value)) return value
  throw new InputError(
    `${where} has no value${Number.isNaN(n) ? '' : ` at n = ${n}`}: ${text.trouble(known)}`,
  )
}
