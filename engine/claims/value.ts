/**
 * What the formula of a claim comes to: the only place where a formula is evaluated on an instance. Verdicts, budgets,
 * estimates of cost and memory, statistics and charts all ask here, each with what it knows of the instance.
 */

import { type Formula, parseFormula, type Valuation } from '../formula/formula.ts'
import type { Claim, ConfigurationView, FinalQuantity, Quantity, Setting } from '../model/index.ts'
import { type Measured, quantities } from './quantities.ts'

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

/** What is known of a run beside its circumstances; before it has run, nothing. */
export interface RunKnown extends Measured {
  /** The final configuration; null, the default, if there is none. */
  readonly final?: ConfigurationView | null
}

/** The value of a claim's formula under the circumstances of a run; NaN where it depends on what is not known. */
export function claimedValue(claim: Claim, setting: Setting, known: RunKnown = {}): number {
  const standard = quantities(setting, known)
  return formulaValue(claim.formula, quantitiesOf(claim, setting, standard, known.final))
}

/** Why the formula of a claim has no finite value under the circumstances of a run; null if it has one. */
export function whyNoValue(claim: Claim, setting: Setting, known: RunKnown = {}): string | null {
  const standard = quantities(setting, known)
  return formulaOf(claim.formula).trouble(quantitiesOf(claim, setting, standard, known.final))
}

/** The quantities in a claim's formula: its own, and the standard ones as `standard` has them. */
export function quantitiesOf(
  { where }: Claim,
  { instance }: Setting,
  standard: Valuation,
  final: ConfigurationView | null = null,
): Valuation {
  if (where === undefined) return standard
  return (name) => {
    if (!Object.hasOwn(where, name)) return standard(name)
    const quantity = where[name]!
    if (!isFinal(quantity)) return quantity.value(instance)
    return final === null ? Number.NaN : quantity.final(final)
  }
}

/** Whether a quantity is read off the final configuration. */
export const isFinal = (quantity: Quantity): quantity is FinalQuantity => 'final' in quantity
