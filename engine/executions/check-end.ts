import { judge } from '../claims/verdict.ts'
import { beyondResilience, none } from '../faults/index.ts'
import type { Execution, Setting } from '../model/index.ts'
import type { ExecutionChecker } from './check.ts'
import { describeDue } from './due.ts'
import { recordedClaim } from './end.ts'
import type { End, RecordedClaim } from './format.ts'
import { measuresOf, outcomeOf } from './outcome.ts'

/** What is wrong with the end of a recorded execution whose events were all carried out; null if nothing is. */
export function checkEnd(checker: ExecutionChecker, end: End): string | null {
  const counts = checkCounts(checker, end)
  if (counts !== null) return counts
  if (end.outcome === 'failed') return checker.failure() ?? failureOfProperty(checker)
  return checkTimes(checker, end) ?? checkOutcome(checker, end) ?? checkClaims(checker, end)
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

/** Whether the execution is admissible as far as it goes, and ends as it says. */
function checkOutcome(checker: ExecutionChecker, { outcome }: End): string | null {
  const { unfinished, next } = checker
  if (unfinished !== undefined && outcome !== 'violated' && outcome !== 'budget')
    return `the execution ends as ${outcome}, but there is still ${describeDue(unfinished)}`
  const found = outcomeOf(checker)
  if (found.kind === 'violated') return `it violates the property ${found.property}: ${found.reason}`
  if (outcome === 'budget')
    return next === undefined ? `the execution ends as ${found.kind}, but the end says budget` : null
  return found.kind === outcome ? null : `the execution ends as ${found.kind}, but the end says ${outcome}`
}

function checkClaims(checker: ExecutionChecker, end: End): string | null {
  const { claims, violated } = judgedAgain(checker, end)
  return compareClaims(claims, end.claims) ?? violated
}

/** The claims that apply, judged by the events alone; and the first that is violated, in words. */
function judgedAgain(checker: ExecutionChecker, { outcome }: End) {
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
  const execution: Execution = {
    outcome: outcome === 'budget' ? { kind: 'budget', reason: '' } : outcomeOf(checker),
    measures: measuresOf(checker, { time: lastProcessed / timeUnit, delayMax, timeUnit }),
    final: replica,
  }
  const judgements = judge(algorithm, setting, execution)
  const broken = judgements.find(({ verdict }) => verdict === 'violated')
  return {
    claims: judgements.map(recordedClaim),
    violated:
      broken === undefined
        ? null
        : `${broken.measure} is ${broken.measured}, but the claim is ${broken.claim.kind} ${broken.claim.formula} = ${broken.bound}`,
  }
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
