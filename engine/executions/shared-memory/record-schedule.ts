import type { Outcome } from '../../model/index.ts'
import {
  executeShared,
  judgeShared,
  type SharedExecution,
  type SharedMemoryAlgorithm,
} from '../../shared-memory/index.ts'
import { sharedEndOf } from './end.ts'
import type { SharedEnd } from './format.ts'
import { sharedHeaderOf } from './header.ts'
import { SharedRecorder } from './recorder.ts'
import { verifyShared } from './verify.ts'

/** An execution that is given by who takes its steps, and what it shows. */
export interface SharedSchedule {
  readonly n: number
  /** Of each processor; infinite for as many as it likes. */
  readonly passages: number
  readonly schedule: readonly number[]
  /** The steps after so many are repeated for ever. Default: the execution is a finite one. */
  readonly repeatsFrom?: number | null
  /** What is violated, and the reason. Default: the execution ends as it does. */
  readonly violates?: { readonly property: string; readonly reason: string; readonly processor?: number }
  readonly shows?: SharedEnd['shows']
  /** The user's module that has the algorithm. Default: null, the catalogue's. */
  readonly module?: string | null
}

/** An execution that was recorded, and what it came to. */
export interface RecordedSharedSchedule {
  /** Blocks of whole lines. */
  readonly blocks: readonly Uint8Array[]
  readonly execution: SharedExecution
  readonly end: SharedEnd
}

/** Carries out a schedule and records it. Throws an error if the checker does not accept the record. */
export function recordSharedSchedule(
  algorithm: SharedMemoryAlgorithm,
  { n, passages, schedule, repeatsFrom = null, violates, ...more }: SharedSchedule,
): RecordedSharedSchedule {
  const parts = { n, passages, given: schedule, seed: 0, module: more.module ?? null, repeatsFrom }
  const header = sharedHeaderOf(algorithm, parts)
  const blocks: Uint8Array[] = []
  const states = Array.from({ length: n }, (_, i) => algorithm.initially({ i, n }))
  const recorder = new SharedRecorder(header, states, (block) => blocks.push(block))
  const execution = executeShared(algorithm, { ...parts, check: false, listener: recorder })
  const outcome: Outcome =
    violates === undefined || execution.outcome.kind === 'failed'
      ? execution.outcome
      : { kind: 'violated', property: violates.property, reason: violates.reason }
  const detail = 'reason' in outcome ? outcome.reason : null
  const end = sharedEndOf({ ...execution, outcome }, judgeShared(algorithm, n, execution), recorder, detail, {
    ...(violates?.processor !== undefined && { processor: violates.processor }),
    ...(more.shows !== undefined && { shows: more.shows }),
  })
  recorder.finish(end)
  const text = new TextDecoder().decode(joined(blocks))
  const lines = text.trimEnd().split('\n').slice(1)
  const numbered = lines.map((line, i) => ({ text: line, number: i + 2 }))
  const { first_error } = verifyShared(header, numbered, algorithm, algorithm.name)
  if (first_error !== null)
    throw new Error(
      `${algorithm.name}: its own record is refused: line ${first_error.line}: ${first_error.problem}`,
    )
  return { blocks, execution, end }
}

function joined(blocks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(blocks.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const block of blocks) {
    all.set(block, at)
    at += block.length
  }
  return all
}
