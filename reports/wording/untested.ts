import { type Circumstance, formulaOf, isAboutMean, type Measure, measureParts } from '../../engine/index.ts'
import type { ClaimData, Row } from '../../experiments/cell/index.ts'
import { distinct } from '../group-by.ts'
import { isComplete, measuredOf, verdictOn } from '../statistics/row-claims.ts'
import { count, counted, listing } from './numbers.ts'
import { clocksName, delayName, faultsName, inputsName, wakeUpName, workloadName } from './spec-names.ts'

/** Why no run of the algorithm could be held to a claim; `rows` are all of the algorithm's, worst cases too. */
export function whyUntested(claim: ClaimData, rows: readonly Row[]): string {
  if (rows.length === 0) return 'no run of the algorithm is in the results'
  const applied = rows.filter((row) => verdictOn(row, claim) !== undefined)
  if (applied.length === 0) return whyNotApplied(claim, rows)
  const runs = applied.length === 1 ? 'the only run' : `all ${counted(applied.length, 'run')}`
  if (!applied.some(isComplete)) return `${runs} to which it applies did not come to an end`
  if (isAboutMean(claim)) return meanNeeds(claim, applied)
  return `its value is not known for ${runs} to which it applies${unknownOf(claim, applied)}`
}

function whyNotApplied(claim: ClaimData, rows: readonly Row[]): string {
  const measured = rows.filter((row) => measuredOf(row, claim.measure) !== null)
  if (measured.length === 0)
    return rows.some(isComplete) ? whyNotMeasured(claim.measure) : 'no run came to an end'
  if (claim.when === null) return 'the results do not say which runs it applies to'
  return `no run meets its condition (${circumstances(claim, measured)})`
}

function whyNotMeasured(measure: Measure): string {
  const parts = measureParts(measure)!
  if (parts.kind === 'total' && parts.name.startsWith('bits'))
    return 'the algorithm does not say how large its messages are'
  if (parts.kind === 'mark') return `no processor made the mark ${parts.mark}`
  if (parts.kind === 'column') return `the column ${parts.column} was not read`
  const types = parts.kind === 'types' ? parts.types : []
  return `${types.length > 0 ? `messages of the type ${types.join(' and ')}` : measure} were not measured`
}

/** What the runs had instead of what the condition asks for; all that there is to tell, if it is a user's own. */
function circumstances({ about }: ClaimData, rows: readonly Row[]): string {
  const all: Readonly<Record<Circumstance, (row: Row) => string>> = {
    delays: ({ delay }) => (delay === null ? 'none, in rounds or by an adversary' : delayName(delay)),
    'wake-up': ({ wakeup }) => wakeUpName(wakeup),
    inputs: ({ inputs }) => inputsName(inputs),
    clocks: ({ clocks = 'perfect' }) => clocksName(clocks),
    workload: ({ workload = '' }) => workloadName(workload),
    faults: ({ faults }) => faultsName(faults),
  }
  const names = Object.keys(all) as Circumstance[]
  const isUsed = (name: Circumstance): boolean => {
    if (name === 'workload' || name === 'clocks') return rows.some((row) => row[name] !== undefined)
    return name !== 'faults' || rows.some(({ faults }) => faults !== 'none')
  }
  const asked = names.filter((name) => about.includes(name) || (about.length === 0 && isUsed(name)))
  return asked.map((name) => `${name}: ${listing(distinct(rows.map(all[name])))}`).join('; ')
}

function meanNeeds(claim: ClaimData, applied: readonly Row[]): string {
  const known = applied.some((row) => typeof verdictOn(row, claim)?.bound === 'number')
  return known ? 'a mean needs at least two finished runs of a group' : 'the claimed mean is not known'
}

/** Some reasons in words; where there are many, the first two. */
export function fewOf(reasons: readonly string[]): string {
  const [others, more] = [reasons.slice(2).length, reasons.slice(0, 2).join('; ')]
  return others === 0 ? more : `${more}; ${others} other reasons`
}

/** What the formula speaks of and the rows do not have; else what the runs themselves say. */
function unknownOf(claim: ClaimData, rows: readonly Row[]): string {
  const { formula, where } = claim
  const unread = Object.keys(where).filter((symbol) =>
    rows.every(({ extra }) => extra[`quantity_${symbol}`] === null),
  )
  if (unread.length > 0) return `: ${unread.join(', ')} is read off a final configuration`
  const missing =
    rows.every(({ diameter }) => diameter === null) && formulaOf(formula).variables.includes('D')
  if (missing) return `: the diameter was not measured (n from ${count(Math.min(...rows.map(({ n }) => n)))})`
  const reasons = distinct(rows.flatMap((row) => verdictOn(row, claim)?.reason ?? []))
  return reasons.length === 0 ? '' : `: ${fewOf(reasons)}`
}
