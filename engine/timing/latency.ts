import { InputError } from '../errors.ts'
import type { DataRow } from './data-file.ts'

/** The sum of many latencies up to this one is still a number, and so is the quotient of two. */
const [latencyMin, latencyMax] = [1e-100, 1e100]

/** Milliseconds. */
const units: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, s: 1000 }
const withUnit = /^(.*\d\.?)\s*(ns|us|µs|μs|ms|s)$/

/** What stands where nothing was measured. */
const notMeasured = /^(|-|na|n\/a|nan|null|[+-]?inf(inity)?)$/i

/** The number in a text, in milliseconds if it has a unit; NaN if it is none. */
export function numberOf(text: string, decimalCommas: boolean): number {
  const [, digits = text, unit] = withUnit.exec(text) ?? []
  const decimal = decimalCommas && /^[+-]?\d+,\d+(e[+-]?\d+)?$/i.test(digits)
  const number = digits === '' ? Number.NaN : Number(decimal ? digits.replace(',', '.') : digits)
  return number * (unit === undefined ? 1 : units[unit]!)
}

/** Whether a field holds a number, or says that nothing was measured. */
export const isMeasurement = (text: string, { decimalCommas }: DataRow): boolean =>
  notMeasured.test(text) || !Number.isNaN(numberOf(text, decimalCommas))

/** Reads the latencies of one file, in which all have a unit or none has. */
export class LatencyReader {
  #first: { readonly text: string; readonly hasUnit: boolean } | undefined

  /** The latency in a field; NaN where none was measured: it is empty, -, NA, NaN or null, or not positive. */
  read(row: DataRow, index: number): number {
    const text = row.fields[index] ?? ''
    if (notMeasured.test(text)) return Number.NaN
    const number = numberOf(text, row.decimalCommas)
    const where = `${row.place}, field ${index + 1}: “${text}”`
    if (Number.isNaN(number)) throw new InputError(`${where} is not a number`)
    if (!(number > 0)) return Number.NaN
    if (number < latencyMin || number > latencyMax)
      throw new InputError(
        `${where} is out of range: times would overflow beyond ${latencyMin} to ${latencyMax}`,
      )
    this.#checkUnit(text, where)
    return number
  }

  #checkUnit(text: string, where: string): void {
    const hasUnit = withUnit.test(text)
    this.#first ??= { text, hasUnit }
    if (this.#first.hasUnit !== hasUnit)
      throw new InputError(
        `${where} has ${hasUnit ? 'a' : 'no'} unit, but “${this.#first.text}” before has ${hasUnit ? 'none' : 'one'}`,
      )
  }
}
