import { rounded } from '../statistics/rounded.ts'
import { figure } from '../wording/numbers.ts'

/** A number as it is rounded everywhere, with thin spaces instead of commas; in text as in formulas. */
export function latexNumber(value: number): string {
  const [digits, power] = figure(value).split('e')
  const printed = digits!.replaceAll(',', '\\,').replace('−', '\\ensuremath{-}')
  if (power === undefined) return printed
  return `${printed}\\ensuremath{\\times10^{${Number(power.replace('−', '-'))}}}`
}

/** A number for calculations: twelve significant digits, nothing but what programs read. */
export const rawNumber = (value: number): string => String(rounded(value))
