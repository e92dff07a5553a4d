import {
  bitsOf,
  isSharedObject,
  operationNames,
  type SharedMeasures,
  sharedAmong,
  type VariableLayout,
} from '../../shared-memory/index.ts'
import type { SharedExecutionChecker } from './checker.ts'

/** What was measured in an execution whose steps were all carried out. */
export function measuredBy({
  algorithm,
  steps,
  costs,
  times,
  configuration,
  largest,
}: SharedExecutionChecker): SharedMeasures {
  const { variables } = configuration
  const sum = (of: (variable: VariableLayout, i: number) => number) =>
    variables.reduce((total, variable, i) => (variable.isCoin ? total : total + of(variable, i)), 0)
  const bits = sum(bitsOf)
  const data = Math.max(0, ...largest.filter((_, i) => variables[i]!.holdsData))
  return {
    steps,
    time: times.last,
    entries: costs.entries,
    bypass: costs.bypass,
    contention: costs.contention,
    ...(isSharedObject(algorithm)
      ? { passage: null, solo: null, operations: costs.operations(operationNames(algorithm)) }
      : { ...costs.summaries(), operations: null }),
    variables: sharedAmong(variables).length,
    bits: Number.isFinite(bits) ? bits : null,
    // All data needs as much as the largest of it; a variable without a bound would have needed as many as the largest value that it had.
    bitsUsed: sum((variable, i) =>
      variable.holdsData
        ? data
        : bitsOf(Number.isFinite(variable.max) ? variable : { ...variable, max: Math.max(1, largest[i]!) }),
    ),
  }
}
