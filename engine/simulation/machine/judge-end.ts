import type { AnyAlgorithm, Outcome } from '../../model/index.ts'
import type { HistoryChecks } from '../../services/index.ts'
import type { Machine } from './machine.ts'
import { findingOf } from './safety.ts'
import { runningIn } from './tallies.ts'

/** How an execution ended in which nothing is in transit any more. */
export function judgeEnd(
  algorithm: AnyAlgorithm,
  machine: Machine,
  history: HistoryChecks | null = null,
): Outcome {
  for (const [property, { check }] of Object.entries(algorithm.properties ?? {})) {
    const reason = findingOf(property, check, machine)
    if (reason !== true) return { kind: 'violated', property, reason }
  }
  const offence = history?.end(machine.faulty) ?? null
  if (offence !== null) return { kind: 'violated', ...offence }
  const running = runningIn(machine)
  if (running === 0) return { kind: 'terminated' }
  if (!algorithm.terminates) return { kind: 'quiescent' }
  const reason = `${running} of ${machine.graph.n} processors have not terminated, and nothing is in transit`
  return { kind: 'violated', property: 'termination', reason }
}
