import { judge } from '../claims/verdict.ts'
import { beyondResilience, none } from '../faults/index.ts'
import type { Outcome, Setting, Violated } from '../model/index.ts'
import type { BrokenProperty } from './broken-properties.ts'
import type { ExecutionChecker } from './check.ts'
import { describeDue } from './due.ts'
import { recordedClaim } from './end.ts'
import type { End, RecordedClaim } from './format.ts'
import { measuresOf, outcomeOf } from './outcome.ts'

/** What a record shows, as it says itself. */
export interface Shown {
  /** The property that the execution breaks, and after which event, if not in the end; null if it breaks none. */
  readonly broken: {
    readonly property: string
    readonly reason: string
    readonly where: string | null
  } | null
  /** The claims that it violates. */
  readonly claims: readonly RecordedClaim[]
}

/** What the record shows, null if nothing; or what is wrong, and where that is before the end. */
export type EndFinding =
  | { readonly shows: Shown | null }
  | { readonly problem: string; readonly at?: BrokenProperty }

/**
 * Holds the end of a recorded execution to its events, which were all carried out. What is broken must be said, and what is
 * said to be broken must be. `onTheWay`: the first safety property that is broken after an event.
 */
export function checkEnd(
  checker: ExecutionChecker,
  end: End,
  onTheWay: BrokenProperty | null = null,
): EndFinding {
  const counts = checkCounts(checker, end)
  if (counts !== null) return { problem: counts }
  if (end.outcome === 'failed') return { problem: checker.failure() ?? failureOfProperty(checker) }
  const times = checkTimes(checker, end)
  if (times !== null) return { problem: times }
  const outcome = checkOutcome(checker, end, onTheWay)
  if ('problem' in outcome) return outcome
  return checkClaims(checker, end, outcome)
}

/** A property that throws is named by what it throws. */
function failureOfProperty(checker: ExecutionChecker): string {
  outcomeOf(checker)
  return 'the end says failed, but no event fails next'
}

function checkCounts({ events, traffic: { messages } }: ExecutionChecker, end: End): string | null {
  if (end.events !== events) return `the record has ${events} events, but its end says ${end.events}`
  if (end.messages !== messages) return `${messages} messages are sent, but the end says ${end.messages}`
  return null
}

function checkTimes(checker: ExecutionChecker, end: End): string | null {
  const { delayMax, lastProcessed } = checker.traffic
  const unit = unitOf(checker)
  if (!near(end.delay_max, delayMax))
    return `the largest delay is ${delayMax}, but the end says ${end.delay_max}`
  if (!near(end.time_unit, unit)) return `the unit of time is ${unit}, but the end says ${end.time_unit}`
  if (!near(end.time, lastProcessed / unit))
    return `the last message is processed at ${lastProcessed / unit}, but the end says ${end.time}`
  return null
}

/** The longest that a message may take, which is the unit of time; where there is none, the longest that one took. */
function unitOf({ header: { delay_max }, traffic: { delayMax } }: ExecutionChecker): number {
  return delay_max ?? (delayMax || 1)
}

/** How the execution ends, if it is admissible as far as it goes and its end says so. */
function checkOutcome(
  checker: ExecutionChecker,
  { outcome, property }: End,
  onTheWay: BrokenProperty | null,
): Outcome | { readonly problem: string; readonly at?: BrokenProperty } {
  const { unfinished, next } = checker
  if (unfinished !== undefined && outcome !== 'violated' && outcome !== 'budget')
    return { problem: `the execution ends as ${outcome}, but there is still ${describeDue(unfinished)}` }
  if (onTheWay !== null && onTheWay.property === property) return cutShort(onTheWay)
  const found = outcomeOf(checker)
  if (found.kind === 'violated' && found.property === property) return found
  if (onTheWay !== null) return { problem: violationText(onTheWay), at: onTheWay }
  if (found.kind === 'violated') return { problem: violationText(found) }
  if (property !== undefined)
    return { problem: `the end says that it violates the property ${property}, but it does not` }
  if (outcome === 'budget' && next !== undefined) return { kind: 'budget', reason: '' }
  return found.kind === outcome
    ? found
    : { problem: `the execution ends as ${found.kind}, but the end says ${outcome}` }
}

/** A violation after an event, with which executions usually end. */
const cutShort = ({ property, reason, event }: BrokenProperty): Violated => ({
  ...{ kind: 'violated', property, reason },
  where: event === null ? 'in the initial configuration' : `after ${event}`,
})

const violationText = ({ property, reason }: Pick<Violated, 'property' | 'reason'>): string =>
  `it violates the property ${property}: ${reason}`

/** What is shown, if the claims are stated as they are, and those that are violated are stated. */
function checkClaims(checker: ExecutionChecker, end: End, outcome: Outcome): EndFinding {
  const judged = judgedAgain(checker, outcome)
  const other = compareClaims(judged, end.claims)
  if (other !== null) {
    // Whoever looks at properties in the end only has an execution that is not cut short.
    const whole =
      outcome.kind === 'violated' && outcome.where !== undefined && checker.unfinished === undefined
    const { where: _, ...atEnd } = outcome as Violated
    return whole ? checkClaims(checker, end, atEnd) : { problem: other }
  }
  const claims = judged.filter(({ verdict }) => verdict === 'violated')
  const [unsaid] = end.claims === null ? claims : []
  if (unsaid !== undefined)
    return {
      problem: `${unsaid.measure} is ${unsaid.measured}, but the claim is ${unsaid.kind} ${unsaid.formula} = ${unsaid.value}`,
    }
  return {
    shows: outcome.kind !== 'violated' && claims.length === 0 ? null : { broken: brokenIn(outcome), claims },
  }
}

const brokenIn = (outcome: Outcome): Shown['broken'] =>
  outcome.kind === 'violated'
    ? { property: outcome.property, reason: outcome.reason, where: outcome.where ?? null }
    : null

/** The claims that apply, judged by the events alone. */
function judgedAgain(checker: ExecutionChecker, outcome: Outcome): readonly RecordedClaim[] {
  const { algorithm, header, replica } = checker
  const { lastProcessed, delayMax } = checker.traffic
  const setting: Setting = {
    instance: replica.instance,
    timing: header.timing,
    unitDelays: header.unit_delays || header.timing === 'synchronous',
    ...(header.cell?.delay != null && { delay: header.cell.delay }),
    ...(header.clocks !== undefined && { clocks: header.clocks }),
    identifiers: header.instance.identifiers,
    ...(header.workload !== undefined && { workload: header.workload }),
    ...faultsOf(checker),
  }
  const timeUnit = unitOf(checker)
  const measures = measuresOf(checker, { time: lastProcessed / timeUnit, delayMax, timeUnit })
  return judge(algorithm, setting, { outcome, measures, final: replica }).map(recordedClaim)
}

/** What a setting says of faults. */
function faultsOf({ algorithm, header, replica }: ExecutionChecker): Pick<Setting, 'faults' | 'beyond'> {
  const { faults } = header
  const { f, network } = replica.instance
  const beyond = beyondResilience(algorithm, { n: network.n, f, faults: faults ?? none })
  return { ...(faults !== undefined && { faults }), ...(beyond !== null && { beyond }) }
}

/** The first claim that the end states otherwise than it is; null if none. A file need not state any. */
function compareClaims(
  found: readonly RecordedClaim[],
  written: readonly RecordedClaim[] | null,
): string | null {
  if (written === null) return null
  for (const [i, claim] of written.entries()) {
    const right = found[i]
    const name = `claim ${i}, ${claim.kind} ${claim.formula} about ${claim.measure},`
    if (right?.formula !== claim.formula || right.measure !== claim.measure || right.kind !== claim.kind)
      return `${name} is not one that applies to this run`
    if (!near(right.value, claim.value)) return `${name} is ${right.value}; the end says ${claim.value}`
    if (!near(right.measured, claim.measured) || right.verdict !== claim.verdict)
      return `${name} is ${right.verdict}, measured ${right.measured}; the end says ${claim.verdict}, ${claim.measured}`
  }
  const missing = found[written.length]
  if (missing === undefined) return null
  return `the end lacks a claim that applies: ${missing.kind} ${missing.formula} about ${missing.measure}`
}

/** Times are sums of rounded delays; two ways to compute one differ by less. */
const tolerance = (value: number): number => 1e-9 * Math.max(1, Math.abs(value))

const near = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= tolerance(b)
