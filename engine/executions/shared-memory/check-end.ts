import { nextAccess, type SharedConfiguration, sharedAdmissible } from '../../shared-memory/formal/index.ts'
import { judgeShared, sharedValue } from '../../shared-memory/index.ts'
import { sameData } from '../same-data.ts'
import type { SharedExecutionChecker } from './checker.ts'
import { recordedMeasures, sharedRecordedClaim } from './end.ts'
import type { SharedEnd } from './format.ts'
import { measuredBy } from './measured.ts'

/** What is wrong with the end of a recorded execution whose steps were all carried out; null if nothing is. */
export function checkSharedEnd(checker: SharedExecutionChecker, end: SharedEnd): string | null {
  return (
    checkCounts(checker, end) ??
    checkRepetition(checker, end) ??
    checkOutcome(checker, end) ??
    checkMeasures(checker, end) ??
    checkShown(checker, end) ??
    checkClaims(checker, end)
  )
}

function checkCounts({ steps, times }: SharedExecutionChecker, end: SharedEnd): string | null {
  if (end.steps !== steps) return `the record has ${steps} steps, but its end says ${end.steps}`
  return end.time === times.last
    ? null
    : `the last step is taken at ${times.last}, but the end says ${end.time}`
}

function checkRepetition(
  { header, lap, steps, configuration }: SharedExecutionChecker,
  { outcome }: SharedEnd,
): string | null {
  const { repeats_from: from } = header
  if (from === null) return null
  if (lap === null) return `steps after ${from} are to be repeated, but there are only ${steps}`
  if (outcome === 'terminated' || outcome === 'failed')
    return `an execution that goes on for ever does not end as ${outcome}`
  return lap.problem(configuration)
}

/** Whether the execution ends as it says. What goes wrong must be said, and what is said to go wrong must. */
function checkOutcome(checker: SharedExecutionChecker, end: SharedEnd): string | null {
  const { inside, configuration } = checker
  const { outcome, property, processor } = end
  if (outcome !== 'violated' && property !== null)
    return `it says ${outcome}, but names the property ${property}`
  if (inside.length > 1 && property !== 'mutual exclusion')
    return `it violates mutual exclusion: ${names(inside)} are in the critical section; the end says ${property ?? outcome}`
  const finished = sharedAdmissible({ configurations: [configuration], steps: [] })
  switch (outcome) {
    case 'terminated':
      return (finished === true ? null : `it has not terminated: ${finished}`) ?? nobody(processor)
    case 'budget':
      return (
        (finished === true ? 'the execution has terminated, but the end says budget' : null) ??
        nobody(processor)
      )
    case 'failed':
      return checkFailure(checker, processor)
    case 'violated':
      return checkViolation(checker, end)
  }
}

const nobody = (processor: number | null): string | null =>
  processor === null ? null : `the end names p_${processor}, but nothing is said to happen to it`

function checkFailure(checker: SharedExecutionChecker, processor: number | null): string | null {
  const { processors } = checker.configuration
  if (processor === null || processors[processor] === undefined)
    return 'the end says failed, but not whose next step fails'
  if (processors[processor].section === 'remainder' && processors[processor].passagesLeft === 0)
    return `the end says that the next step of p_${processor} fails, which has made all its passages`
  return typeof checker.attempt(processor) === 'string'
    ? null
    : `the end says that the next step of p_${processor} fails, but it does not`
}

function checkViolation(checker: SharedExecutionChecker, { property, processor }: SharedEnd): string | null {
  const { inside, lap, configuration } = checker
  const unlikely = property === 'no lockout' ? null : nobody(processor)
  if (unlikely !== null) return unlikely
  switch (property) {
    case 'mutual exclusion':
      return inside.length > 1 ? null : 'the end says that mutual exclusion is violated, but it is not'
    case 'no deadlock': {
      const stuck = lap === null ? allWait(configuration) : lap.deadlocked && lap.inadmissible() === null
      return stuck
        ? null
        : `the end says that there is a deadlock: ${lap?.inadmissible() ?? 'somebody can go on'}`
    }
    case 'no lockout':
      if (lap === null || processor === null || !lap.locksOut(processor))
        return `the end says that ${processor === null ? 'a processor' : `p_${processor}`} is locked out, but it does not try for ever`
      return lap.inadmissible()
    default:
      return `the end says that ${property ?? 'nothing'} is violated; known: mutual exclusion, no deadlock, no lockout`
  }
}

/** Whether everyone who has passages to make waits in vain, so that nothing ever changes. */
function allWait(configuration: SharedConfiguration): boolean {
  const { processors, variables, values } = configuration
  const live = [...processors.keys()].filter(
    (p) => processors[p]!.section !== 'remainder' || processors[p]!.passagesLeft > 0,
  )
  return live.every((p) => {
    const { access } = nextAccess(configuration, p)
    if (access.kind !== 'await') return false
    return !access.condition(values[variables.findIndex(({ name }) => name === access.variable)]!)
  })
}

function checkMeasures(
  checker: SharedExecutionChecker,
  { measures, claims, outcome }: SharedEnd,
): string | null {
  if (outcome === 'failed')
    return measures === null && (claims ?? []).length === 0
      ? null
      : 'of an execution that failed no measures and no claims are stated'
  if (measures === null) return 'the end has no measures'
  const found = recordedMeasures(measuredBy(checker))
  for (const [name, value] of Object.entries(found)) {
    const written = measures[name as keyof typeof measures]
    if (!sameData(value, written))
      return `${name} is ${JSON.stringify(value)}, but the end says ${JSON.stringify(written)}`
  }
  return null
}

function checkShown(checker: SharedExecutionChecker, { shows }: SharedEnd): string | null {
  if (shows === null) return null
  const { measure, value } = shows
  if (value === null)
    return checker.lap?.addsTo(measure) === true
      ? null
      : `it is said to show that ${measure} has no bound, but what is repeated does not add to it`
  const found = sharedValue(measuredBy(checker), measure)
  return found === value ? null : `${measure} is ${found}, but it is said to show ${value}`
}

function checkClaims(checker: SharedExecutionChecker, { claims, outcome }: SharedEnd): string | null {
  if (outcome === 'failed' || claims === null) return null
  const { algorithm, header } = checker
  const found = judgeShared(algorithm, header.n, { measures: measuredBy(checker) }).map(sharedRecordedClaim)
  for (const [i, right] of found.entries()) {
    const written = claims[i]
    if (!sameData(right, written))
      return `claim ${i} is ${JSON.stringify(right)}; the end says ${JSON.stringify(written ?? null)}`
  }
  return claims.length === found.length
    ? null
    : `${found.length} claims apply, but the end states ${claims.length}`
}

const names = (processors: readonly number[]): string => processors.map((p) => `p_${p}`).join(' and ')
