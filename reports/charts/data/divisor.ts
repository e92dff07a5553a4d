import { type Formula, formulaOf, formulaValue, InputError, type Measure } from '../../../engine/index.ts'
import type { ClaimData, Row } from '../../../experiments/cell/index.ts'
import type { Group, Results } from '../../statistics/groups.ts'
import { measuredOf, shows, verdictOn } from '../../statistics/row-claims.ts'
import type { Measured } from './observations.ts'

/** What costs are divided by: a formula of the reader's, or, if null, what is claimed of each run. */
export type Divisor = Formula | null

/** The columns of runs.csv that a formula can speak of. */
const columns = { n: 'n', m: 'm', D: 'diameter', ecc: 'root_eccentricity' } as const

/** Reads a formula that a chart holds costs against; an InputError says what is wrong with it. */
export function readDivisor(chart: string, source: string): Formula {
  const formula = formulaOf(source)
  const unknown = formula.variables.find((name) => !Object.hasOwn(columns, name))
  if (unknown === undefined) return formula
  throw new InputError(
    `chart ${chart}: the formula ${source} uses ${unknown}; it may use ${Object.keys(columns).join(', ')} of a network`,
  )
}

/** Run by run, the cost over the divisor; without the runs of which one of them is not known. */
export function divided(
  { complete, claims }: Pick<Group, 'complete' | 'claims'>,
  measure: Measure,
  divisor: Divisor,
  numbers: Results['numbers'],
): Measured[] {
  const claim = claims[measure] ?? null
  return complete.flatMap((row) => {
    const measured = measuredOf(row, measure)
    const bound = divisor === null ? claimedOf(row, claim) : evaluated(divisor, row)
    if (measured === null || bound === null || !(bound > 0)) return []
    return [{ value: Number((measured / bound).toPrecision(9)), row: numbers.get(row)! }]
  })
}

/** What the claim of a group says of one of its runs, if the run shows it. */
const claimedOf = (row: Row, claim: ClaimData | null): number | null =>
  claim !== null && shows(row, claim) ? verdictOn(row, claim)!.bound : null

/** A formula of the reader’s for one run; null where it has no value. */
export function evaluated({ source }: Formula, row: Row): number | null {
  const value = formulaValue(source, (name) => row[columns[name as keyof typeof columns]] ?? Number.NaN)
  return Number.isFinite(value) ? value : null
}
