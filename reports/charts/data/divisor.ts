import { type Formula, InputError, parseFormula } from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/row.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import { type ShownMeasure, shown, shows } from '../../statistics/row-claims.ts'
import type { Measured } from './observations.ts'

/** What costs are divided by: a formula of the reader's, or, if null, what is claimed of each run. */
export type Divisor = Formula | null

/** The columns of runs.csv that a formula can speak of. */
const columns = { n: 'n', m: 'm', D: 'diameter', ecc: 'root_eccentricity' } as const

/** Reads a formula that costs can be divided by; an InputError says what is wrong with it. */
export function readDivisor(source: string): Formula {
  const formula = parseFormula(source)
  const unknown = formula.variables.find((name) => !Object.hasOwn(columns, name))
  if (unknown === undefined) return formula
  throw new InputError(
    `chart over-bound: the formula ${source} uses ${unknown}; it may use ${Object.keys(columns).join(', ')} of a network`,
  )
}

/** Run by run, the cost over the divisor; without the runs of which one of them is not known. */
export function divided(
  { complete, claims }: Pick<Group, 'complete' | 'claims'>,
  measure: ShownMeasure,
  divisor: Divisor,
  numbers: Results['numbers'],
): Measured[] {
  const claim = claims[measure]
  return complete.flatMap((row) => {
    const { measured, claimed } = shown(row, measure)
    const own = claim !== null && shows(row, claim) ? claimed : null
    const bound = divisor === null ? own : evaluated(divisor, row)
    if (measured === null || bound === null || !(bound > 0)) return []
    return [{ value: Number((measured / bound).toPrecision(9)), row: numbers.get(row)! }]
  })
}

function evaluated(formula: Formula, row: Row): number | null {
  const value = formula.evaluate((name) => row[columns[name as keyof typeof columns]] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}
