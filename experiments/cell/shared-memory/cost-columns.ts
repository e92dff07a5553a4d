import {
  type CountSummary,
  counts,
  type OperationSummaries,
  type SharedExecution,
} from '../../../engine/index.ts'
import type { Value } from '../row.ts'
import { sharedColumn } from './column-names.ts'

/** What a run on shared memory has cost, by the columns of runs.csv. */
export function costColumns({ measures }: SharedExecution): Record<string, Value> {
  const { passage, solo, entries, bypass, contention, variables, bits, bitsUsed, operations } = measures
  const memory = { contention, variables, shared_bits: bits, shared_bits_used: bitsUsed }
  if (operations !== null) return { ...operationColumns(operations), ...memory }
  return { entries, ...largest('passage', passage), ...largest('solo', solo), bypass, ...memory }
}

function operationColumns({ all, solo, byName }: OperationSummaries): Record<string, Value> {
  const kinds = Object.entries(byName)
  return {
    operations: all?.passages ?? 0,
    ...largest('operation', all),
    ...largest('solo', solo),
    ...Object.assign({}, ...kinds.map(([name, kind]) => largest(name, kind.all))),
    ...Object.assign({}, ...kinds.map(([name, kind]) => largest(`solo-${name}`, kind.solo))),
  }
}

const largest = (of: string, summary: CountSummary | null): Record<string, Value> =>
  Object.fromEntries(
    counts.map((count) => [sharedColumn(`${of}:${count}`), summary === null ? null : summary.max[count]]),
  )
