import {
  type AnySharedAlgorithm,
  type CheckedStep,
  executeShared,
  formalShared,
  recordedSystem,
  type SharedHeader,
  type SharedRun,
  type SharedVerification,
  verifyShared,
} from '../../engine/index.ts'
import type { OpenSharedRecord } from './open-record.ts'

/**
 * Carries out a recorded execution on shared memory again: first step by step, as verify does; then, where it is one of a
 * scheduler, by that scheduler with its seed, which must take the same steps.
 */
export function replayShared(
  { path, header, lines, shared }: OpenSharedRecord,
  onStep: (checked: CheckedStep) => void,
): SharedVerification {
  const taken: number[] = []
  const found = verifyShared(header, lines, shared, path, (checked) => {
    if (checked.step !== null) taken.push(formalShared.moveOf(checked.step, header.n))
    onStep(checked)
  })
  const run = found.end === null ? null : runOf(header, found.end, shared)
  if (run === null) return found
  const { schedule } = executeShared(shared, { ...run, schedule: true })
  const again = found.end!.outcome === 'failed' ? schedule!.slice(0, -1) : schedule!
  const length = Math.max(again.length, taken.length)
  const index = Array.from({ length }, (_, i) => i).find((i) => again[i] !== taken[i])
  if (index === undefined) return found
  const [here, there] = stepsApart(taken[index], again[index], header.n)
  const problem = `in the record ${here}, but with scheduler ${header.scheduler} and seed ${header.seed} ${there}`
  return {
    ...found,
    ok: false,
    first_error: { line: Math.min(index, taken.length) + 2, event: `step ${index + 1}`, problem },
  }
}

/** Two steps that are not the same: of different processors, or flips of one that show different sides. */
function stepsApart(one: number | undefined, other: number | undefined, n: number): string[] {
  const flips = one !== undefined && other !== undefined && one % n === other % n
  return [one, other].map((move) =>
    move === undefined
      ? 'there is none'
      : `it is p_${move % n}’s${flips ? `, and its coin shows ${Math.floor(move / n)}` : ''}`,
  )
}

/** The run of a scheduler that a record is of; null if it is of none. */
function runOf(
  header: SharedHeader,
  { outcome, steps }: NonNullable<SharedVerification['end']>,
  shared: AnySharedAlgorithm,
): SharedRun | null {
  const { n, passages, scheduler, seed } = header
  const cut = outcome === 'budget' ? { steps } : {}
  const { calls } = recordedSystem(header, shared)
  if (scheduler !== null && calls !== undefined)
    return { n, scheduler, seed, calls, repeats: passages.includes(null), ...cut }
  const participants = passages.findLastIndex((count) => count !== 0) + 1
  const each = passages[0] ?? null
  const alike = passages.slice(0, participants).every((count) => count === each)
  if (scheduler === null || each === null || !alike) return null
  return { n, scheduler, seed, passages: each, participants, ...cut }
}
