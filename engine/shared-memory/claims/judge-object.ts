/** Holds a run of an object to its claims. */
import { formulaOf, formulaValue } from '../../claims/value.ts'
import type { Claim } from '../../model/index.ts'
import type { SharedMeasures } from '../loop/execution.ts'
import type { CountSummary } from '../memory/ledger.ts'
import type { OperationSummaries } from '../memory/operation-ledger.ts'
import type { Count, SharedObject } from '../model/index.ts'
import { type SharedJudgement, sharedClaims, verdictOn } from './stated.ts'

/** What formulas of an object use: processors, what an operation was asked with, and the values of a register. */
const objectQuantities =
  ({ service }: Pick<SharedObject, 'service'>, n: number, v = Number.NaN) =>
  (name: string): number =>
    name === 'n' ? n : name === 'k' ? (service.values ?? Number.NaN) : name === 'v' ? v : Number.NaN

/** What was measured of an object, by the name of the measure; null where there is nothing. */
function objectSummary(
  { all, solo, byName }: OperationSummaries,
  of: string,
): CountSummary | null | undefined {
  if (of === 'operation') return all
  if (of === 'solo') return solo
  return of.startsWith('solo-') ? byName[of.slice(5)]?.solo : byName[of]?.all
}

/** The largest value of a measure such as `scan:reads`; null where there is none. */
export function objectValue({ operations, variables, bits }: SharedMeasures, measure: string): number | null {
  if (measure === 'variables') return variables
  if (measure === 'bits') return bits
  const [of, count] = measure.split(':') as [string, Count]
  return objectSummary(operations!, of)?.max[count] ?? null
}

/**
 * The claims about what was measured, judged. A claim of an operation is one of every operation of its kind. One that depends on
 * what the operation was asked with is judged for each such value; the one shown is the nearest to a violation.
 */
export function judgeObject(object: SharedObject, n: number, measures: SharedMeasures): SharedJudgement[] {
  return sharedClaims(object).flatMap((stated) => {
    const { claim, measure } = stated
    const judged = casesOf(measures, measure, claim).map(({ most, least, v }) => {
      const bound = formulaValue(claim.formula, objectQuantities(object, n, v))
      const verdict = Number.isFinite(bound) ? verdictOn(claim, bound, most, least) : 'not checked'
      return { ...stated, bound, measured: most, verdict }
    })
    const worst = judged.find(({ verdict }) => verdict === 'violated') ?? judged.toSorted(byRoom)[0]
    return worst === undefined ? [] : [worst]
  })
}

const byRoom = (a: SharedJudgement, b: SharedJudgement): number =>
  a.bound - a.measured - (b.bound - b.measured)

interface Case {
  readonly most: number
  readonly least: number
  readonly v?: number
}

/** What a claim is held to: everything of its kind together, or what was asked with each value. */
function casesOf(
  { operations, variables, bits }: SharedMeasures,
  measure: string,
  claim: Claim,
): readonly Case[] {
  const single = measure === 'variables' ? variables : measure === 'bits' ? bits : undefined
  if (single !== undefined) return single === null ? [] : [{ most: single, least: single }]
  const [of, count] = measure.split(':') as [string, Count]
  const extent = ({ max, min }: CountSummary, v?: number): Case => ({
    most: max[count],
    least: min[count],
    ...(v !== undefined && { v }),
  })
  if (formulaOf(claim.formula).variables.includes('v'))
    return (operations!.byArgument[of] ?? []).map(({ argument, all }) => extent(all, argument))
  const summary = objectSummary(operations!, of)
  return summary === null || summary === undefined ? [] : [extent(summary)]
}
