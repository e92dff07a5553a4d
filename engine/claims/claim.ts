/** How theorems are written down: `exactly('2m - (n - 1)')`, `atMost('ecc + 1', { when: allAwakeAtZero })`. */
import type { Claim, Condition, Quantity } from '../model/index.ts'
import { parseFormula } from './formula.ts'

export interface ClaimDetails {
  /** The circumstances under which the theorem holds; always, if absent. */
  readonly when?: Condition
  /** Quantities in the formula that are not standard variables. */
  readonly where?: Readonly<Record<string, Quantity>>
  /** The theorem or paper, where it is not that of the algorithm. */
  readonly source?: string
}

/** In every execution the measure has this very value. */
export const exactly = (formula: string, details: ClaimDetails = {}) =>
  claim('exactly', 'every execution', formula, details)

/** In no execution does the measure exceed this value. */
export const atMost = (formula: string, details: ClaimDetails = {}) =>
  claim('at most', 'every execution', formula, details)

/** In every execution the measure reaches this value. */
export const atLeast = (formula: string, details: ClaimDetails = {}) =>
  claim('at least', 'every execution', formula, details)

/** The mean of the measure over the randomness that `when` names. */
export const expected = (formula: string, details: ClaimDetails = {}) =>
  claim('expected', 'expectation', formula, details)

/** The largest value of the measure over all executions grows like this, up to a constant factor. */
export const order = (formula: string, details: ClaimDetails = {}) =>
  claim('order', 'worst case', formula, details)

function claim(kind: Claim['kind'], over: Claim['over'], formula: string, details: ClaimDetails): Claim {
  parseFormula(formula)
  return { kind, over, formula, ...details }
}

/** How many of the times satisfy the predicate; they may be millions, so they are not copied. */
function countTimes(times: ArrayLike<number>, predicate: (time: number) => boolean): number {
  let count = 0
  for (let p = 0; p < times.length; p++) if (predicate(times[p]!)) count++
  return count
}

const condition = (text: string, holds: Condition['holds']): Condition => ({ text, holds })

export const allAwakeAtZero = condition(
  'all processors wake at time 0',
  ({ instance: { wakeTimes } }) => countTimes(wakeTimes, (time) => time === 0) === wakeTimes.length,
)

export const rootAwakeAtZero = condition(
  'the root wakes at time 0',
  ({ instance }) => instance.wakeTimes[instance.root] === 0,
)

export const oneInitiator = condition(
  'one processor wakes by itself',
  ({ instance: { wakeTimes } }) => countTimes(wakeTimes, Number.isFinite) === 1,
)

export const unitDelays = condition('every delay is 1', (setting) => setting.unitDelays)

export const randomIdentifiers = condition(
  'identifiers are a random permutation',
  ({ identifiers }) => identifiers === 'random',
)

/** Both conditions. */
export const both = (a: Condition, b: Condition): Condition =>
  condition(`${a.text} and ${b.text}`, (setting) => a.holds(setting) && b.holds(setting))
