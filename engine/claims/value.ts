/**
 * What the formula of a claim comes to: the only place where a formula is evaluated on an instance. Verdicts, budgets,
 * estimates of cost and memory, statistics and charts all ask here, each with what it knows of the instance.
 */
import type { Claim, Setting } from '../model/index.ts'
import { type Formula, parseFormula, type Valuation } from './formula.ts'
import { quantities } from './quantities.ts'

const formulas = new Map<string, Formula>()

/** A formula by its source, which is read once. Throws an InputError if it cannot be read. */
export function formulaOf(source: string): Formula {
  let formula = formulas.get(source)
  if (formula === undefined) formulas.set(source, (formula = parseFormula(source)))
  return formula
}

/** The value of a formula where quantities have these values; NaN where it depends on one that is not known. */
export function formulaValue(source: string, known: Valuation): number {
  return formulaOf(source).evaluate(known)
}

/**
 * The value of a claim's formula under the circumstances of a run whose times were divided by `unit`, and in which
 * `initiators` processors woke by themselves.
 */
export function claimedValue(claim: Claim, setting: Setting, unit = 1, initiators?: number): number {
  return formulaValue(claim.formula, quantitiesOf(claim, setting, quantities(setting, unit, initiators)))
}

/** The quantities in a claim's formula: its own, and the standard ones as `standard` has them. */
export function quantitiesOf({ where = {} }: Claim, { instance }: Setting, standard: Valuation): Valuation {
  return (name) => (Object.hasOwn(where, name) ? where[name]!.value(instance) : standard(name))
}
