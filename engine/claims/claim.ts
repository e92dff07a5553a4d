/** How theorems are written down: `exactly('2m - (n - 1)')`, `atMost('ecc + 1', { when: allAwakeAtZero })`. */
import type { Claim, Condition, ConfigurationView, FinalQuantity, Quantity } from '../model/index.ts'
import { formulaOf } from './value.ts'

/** What a claim may say beside its formula. */
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

/** The mean of the measure over the randomness that `when` names is no more than this. */
export const expectedAtMost = (formula: string, details: ClaimDetails = {}) =>
  claim('expected at most', 'expectation', formula, details)

/** The largest value of the measure over all executions grows like this, up to a constant factor. */
export const order = (formula: string, details: ClaimDetails = {}) =>
  claim('order', 'worst case', formula, details)

/** Whether a claim is about a mean, so that no single run keeps or breaks it. */
export const isAboutMean = ({ kind }: Pick<Claim, 'kind'>): boolean =>
  kind === 'expected' || kind === 'expected at most'

/** A quantity for `where` that is read off the final configuration of each run: `finalQuantity('phases', …)`. */
export const finalQuantity = <S extends object>(
  description: string,
  final: (configuration: ConfigurationView<S>) => number,
): FinalQuantity => ({ description, final: final as FinalQuantity['final'] })

function claim(kind: Claim['kind'], over: Claim['over'], formula: string, details: ClaimDetails): Claim {
  formulaOf(formula)
  return { kind, over, formula, ...details }
}
