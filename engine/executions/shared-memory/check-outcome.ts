import { nextAccess, type SharedConfiguration, sharedAdmissible } from '../../shared-memory/formal/index.ts'
import { holdObject, isSharedObject, type ObjectState } from '../../shared-memory/index.ts'
import type { SharedExecutionChecker } from './checker.ts'
import type { SharedEnd } from './format.ts'

/** Whether the execution ends as it says. What goes wrong must be said, and what is said to go wrong must. */
export function checkOutcome(checker: SharedExecutionChecker, end: SharedEnd): string | null {
  const { inside, configuration } = checker
  const { outcome, property, processor } = end
  if (outcome !== 'violated' && property !== null)
    return `it says ${outcome}, but names the property ${property}`
  if (inside.length > 1 && property !== 'mutual exclusion')
    return `it violates mutual exclusion: ${names(inside)} are in the critical section; the end says ${property ?? outcome}`
  const history = checkHistory(checker, end)
  if (history !== null) return history
  const finished = nothingLeft(checker) || sharedAdmissible({ configurations: [configuration], steps: [] })
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

/** Whether an object says that nothing is left to do: all rest, and what they add to it comes to 0. */
function nothingLeft({ algorithm, configuration: { processors } }: SharedExecutionChecker): boolean {
  if (!isSharedObject(algorithm) || algorithm.left === undefined) return false
  return (
    processors.every(({ section }) => section === 'remainder') &&
    processors.reduce((sum, { state }) => sum + algorithm.left!(state as ObjectState), 0) === 0
  )
}

const nobody = (processor: number | null): string | null =>
  processor === null ? null : `the end names p_${processor}, but nothing is said to happen to it`

/** Whether of an object’s history is said what is found by the condition that it promises. A step that fails comes first. */
function checkHistory(
  { algorithm, header, history }: SharedExecutionChecker,
  { outcome, property }: SharedEnd,
): string | null {
  if (!isSharedObject(algorithm) || outcome === 'failed') return null
  const { guarantees } = algorithm
  const finding = holdObject(algorithm, header.n, history)
  if (finding.kind === 'wrong')
    return property === guarantees
      ? null
      : `its history is not ${guarantees}: ${finding.fault.sentence}; the end says ${property ?? outcome}`
  if (property !== guarantees) return null
  return finding.kind === 'holds'
    ? `the end says that its history is not ${guarantees}, but it is`
    : `whether its history is ${guarantees} is not known: ${finding.sentence}`
}

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
  const ofOne = property === 'no lockout' || property === 'wait-free'
  const unlikely = ofOne ? null : nobody(processor)
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
    case 'lock-free':
      return lap?.endless === true
        ? null
        : 'the end says that steps are taken for ever and no operation ends, but it is not so'
    case 'wait-free':
      return processor !== null && lap?.neverEnds(processor) === true
        ? null
        : `the end says that the operation of ${processor === null ? 'a processor' : `p_${processor}`} never ends, but it is not so`
    default:
      return property === checker.header.condition
        ? null
        : `the end says that ${property ?? 'nothing'} is violated; known: mutual exclusion, no deadlock, no lockout; of objects their condition, lock-free, wait-free`
  }
}

/** Whether everyone who has passages to make waits in vain, so that nothing ever changes. */
function allWait(configuration: SharedConfiguration): boolean {
  const { processors, variables, values } = configuration
  const live = [...processors.keys()].filter(
    (p) => processors[p]!.section !== 'remainder' || processors[p]!.passagesLeft > 0,
  )
  if (live.length === 0) return false
  return live.every((p) => {
    const { access } = nextAccess(configuration, p)
    if (access.kind !== 'await') return false
    return !access.condition(values[variables.findIndex(({ name }) => name === access.variable)]!)
  })
}

const names = (processors: readonly number[]): string => processors.map((p) => `p_${p}`).join(' and ')
