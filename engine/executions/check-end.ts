import { judge } from '../claims/verdict.ts'
import type { Execution, Setting } from '../model/index.ts'
import type { ExecutionChecker } from './check.ts'
import { describeDue } from './due.ts'
import type { End } from './format.ts'
import { measuresOf, outcomeOf } from './outcome.ts'

/** What is wrong with the end of a recorded execution whose events were all carried out; null if nothing is. */
export function checkEnd(checker: ExecutionChecker, end: End): string | null {
  const counts = checkCounts(checker, end)
  if (counts !== null) return counts
  if (end.outcome === 'failed') return checker.failure() ?? 'the end says failed, but no event fails next'
  return checkTimes(checker, end) ?? checkOutcome(checker, end) ?? checkClaims(checker, end)
}

function checkCounts({ events, messages }: ExecutionChecker, end: End): string | null {
  if (end.events !== events) return `the record has ${events} events, but its end says ${end.events}`
  if (end.messages !== messages) return `${messages} messages are sent, but the end says ${end.messages}`
  return null
}

function checkTimes(
  { messages, delayMax, lastProcessed, header }: ExecutionChecker,
  end: End,
): string | null {
  const delay = header.timing === 'synchronous' && messages > 0 ? 1 : delayMax
  const unit = header.delay_max === null && delay > 0 ? end.delay_max : 1
  // Not all that was sent need have been processed, so the largest delay may lie in what was not.
  const cut = end.outcome === 'budget' || end.outcome === 'violated'
  if (cut ? end.delay_max < delay - tolerance(delay) : !near(end.delay_max, delay))
    return `the largest delay is ${delay}, but the end says ${end.delay_max}`
  if (!near(end.time_unit, unit)) return `the unit of time is ${unit}, but the end says ${end.time_unit}`
  if (!near(end.time, lastProcessed / unit))
    return `the last message is processed at ${lastProcessed / unit}, but the end says ${end.time}`
  return null
}

/** Whether the execution is admissible as far as it goes, and ends as it says. */
function checkOutcome(checker: ExecutionChecker, { outcome }: End): string | null {
  if (outcome === 'budget') return null
  const { unfinished } = checker
  if (unfinished !== undefined && outcome !== 'violated')
    return `the execution ends as ${outcome}, but there is still ${describeDue(unfinished)}`
  const found = outcomeOf(checker)
  if (found.kind === 'violated') return `it violates the property ${found.property}: ${found.reason}`
  return found.kind === outcome ? null : `the execution ends as ${found.kind}, but the end says ${outcome}`
}

function checkClaims(checker: ExecutionChecker, end: End): string | null {
  const { algorithm, header, replica } = checker
  const setting: Setting = {
    instance: replica.instance,
    timing: header.timing,
    unitDelays: header.unit_delays,
    identifiers: header.instance.identifiers,
  }
  const outcome = end.outcome === 'budget' ? ({ kind: 'budget', reason: '' } as const) : outcomeOf(checker)
  const scaled = { time: end.time, delayMax: end.delay_max, timeUnit: end.time_unit }
  const execution: Execution = { outcome, measures: measuresOf(checker, scaled), final: replica }
  const judgements = judge(algorithm, setting, execution)
  for (const [i, written] of end.claims.entries()) {
    const found = judgements[i]
    const name = `claim ${i}, ${written.kind} ${written.formula} about ${written.measure},`
    if (found?.claim.formula !== written.formula || found.measure !== written.measure)
      return `${name} is not one that applies to this run`
    if (!near(found.measured, written.measured) || found.verdict !== written.verdict)
      return `${name} is ${found.verdict}, measured ${found.measured}; the end says ${written.verdict}, ${written.measured}`
  }
  const violated = judgements.find(({ verdict }) => verdict === 'violated')
  if (violated === undefined) return null
  const { measure, measured, claim, bound } = violated
  return `${measure} is ${measured}, but the claim is ${claim.kind} ${claim.formula} = ${bound}`
}

/** Times are sums of rounded delays; two ways to compute one differ by less. */
const tolerance = (value: number): number => 1e-9 * Math.max(1, Math.abs(value))

const near = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance(b)
