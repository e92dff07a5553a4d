/** Holds a run to its algorithm's claims. */
import type { AnyAlgorithm, Claim, Execution, Measure, Measures, Setting } from '../model/index.ts'
import { type Formula, parseFormula, type Valuation } from './formula.ts'
import { quantities } from './quantities.ts'

/** `held` and `violated` are of this run; `not checked` is a claim about a mean or a growth. */
export type Verdict = 'held' | 'violated' | 'not checked'

export interface Judgement {
  readonly measure: Measure
  readonly claim: Claim
  /** The value of the claim's formula for this instance. */
  readonly bound: number
  readonly measured: number
  readonly verdict: Verdict
}

/**
 * The claims that apply to the run, judged, in the order in which the algorithm states them. An execution that was
 * cut short (budget, failure) has reached only part of its cost, so only upper bounds can be judged; a bound that
 * depends on something unknown, such as the diameter of a huge network, cannot.
 */
export function judge(
  algorithm: AnyAlgorithm,
  setting: Setting,
  { outcome, measures }: Execution,
): Judgement[] {
  const ended = outcome.kind !== 'budget' && outcome.kind !== 'failed'
  const cost = (measure: Measure) => measuredValue(measures, measure)
  return judgeCosts(algorithm, setting, cost, ended, measures.timeUnit)
}

/** The same for costs by measure, null where one is not known; `ended` unless they are only part of what there is. */
export function judgeCosts(
  algorithm: AnyAlgorithm,
  setting: Setting,
  cost: (measure: Measure) => number | null,
  ended = true,
  unit = 1,
): Judgement[] {
  return applicableClaims(algorithm, setting).flatMap(({ measure, claim }) => {
    const measured = cost(measure)
    if (measured === null) return []
    const bound = claimedValue(claim, setting, unit)
    const judged = !Number.isNaN(bound) && (ended || (claim.kind !== 'at least' && measured > bound))
    return [
      { measure, claim, bound, measured, verdict: judged ? verdict(claim, bound, measured) : 'not checked' },
    ]
  })
}

/** The claims whose conditions the setting meets. */
export function applicableClaims(
  algorithm: AnyAlgorithm,
  setting: Setting,
): readonly { readonly measure: Measure; readonly claim: Claim }[] {
  return allClaims(algorithm).filter(({ claim }) => claim.when?.holds(setting) ?? true)
}

/** Every claim of an algorithm with the measure that it is about. */
export function allClaims(
  algorithm: AnyAlgorithm,
): readonly { readonly measure: Measure; readonly claim: Claim }[] {
  return Object.entries(algorithm.claims ?? {}).flatMap(([measure, claims]) =>
    [claims ?? []].flat().map((claim: Claim) => ({ measure: measure as Measure, claim })),
  )
}

/** The value of the claim's formula under the circumstances of a run whose times were divided by `unit`. */
export function claimedValue(claim: Claim, setting: Setting, unit = 1): number {
  const standard = quantities(setting, unit)
  const value: Valuation = (name) => claim.where?.[name]?.value(setting.instance) ?? standard(name)
  return formulaOf(claim).evaluate(value)
}

const formulas = new WeakMap<Claim, Formula>()

/** The claim's formula, read once. */
export function formulaOf(claim: Claim): Formula {
  let formula = formulas.get(claim)
  if (formula === undefined) {
    formula = parseFormula(claim.formula)
    formulas.set(claim, formula)
  }
  return formula
}

function measuredValue(measures: Measures, measure: Measure): number | null {
  if (measure === 'messages' || measure === 'time' || measure === 'bits') return measures[measure]
  return measures.messagesByType[measure.slice('messages:'.length)] ?? 0
}

/** Times are sums of rounded delays, so a bound is exceeded only by more than their rounding can explain. */
const tolerance = 1e-9

function verdict({ kind }: Claim, bound: number, measured: number): Verdict {
  const slack = tolerance * Math.max(1, Math.abs(bound))
  if (kind === 'at most') return measured <= bound + slack ? 'held' : 'violated'
  if (kind === 'at least') return measured >= bound - slack ? 'held' : 'violated'
  if (kind === 'exactly') return Math.abs(measured - bound) <= slack ? 'held' : 'violated'
  return 'not checked'
}
