import { bitsOf, type SharedMeasures, type VariableLayout } from '../../shared-memory/index.ts'
import type { SharedExecutionChecker } from './checker.ts'

/** What was measured in an execution whose steps were all carried out. */
export function measuredBy({
  steps,
  costs,
  times,
  configuration,
  largest,
}: SharedExecutionChecker): SharedMeasures {
  const { variables } = configuration
  const sum = (of: (variable: VariableLayout, i: number) => number) =>
    variables.reduce((total, variable, i) => total + of(variable, i), 0)
  const bits = sum(bitsOf)
  return {
    steps,
    time: times.last,
    entries: costs.entries,
    bypass: costs.bypass,
    contention: costs.contention,
    ...costs.summaries(),
    operations: null,
    variables: variables.length,
    bits: Number.isFinite(bits) ? bits : null,
    // A variable without a bound would have needed as many as the largest value that it had.
    bitsUsed: sum((variable, i) =>
      bitsOf(Number.isFinite(variable.max) ? variable : { ...variable, max: Math.max(1, largest[i]!) }),
    ),
  }
}
