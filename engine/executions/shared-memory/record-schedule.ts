import type { Outcome } from '../../model/index.ts'
import {
  type AnySharedAlgorithm,
  executeShared,
  holdObject,
  isSharedObject,
  judgeShared,
  outcomeWith,
  type SharedExecution,
  type SharedRun,
} from '../../shared-memory/index.ts'
import { sharedEndOf } from './end.ts'
import type { SharedEnd } from './format.ts'
import { initialSharedStates, sharedHeaderOf } from './header.ts'
import { SharedRecorder } from './recorder.ts'
import { verifyShared } from './verify.ts'

/**
 * An execution that is given by who takes its steps, and what it shows. Of a lock, `passages` says how many each makes, infinite
 * for as many as it likes; of an object, `calls` what each is asked for, once or, if it `repeats`, again and again.
 */
export interface SharedSchedule extends Pick<SharedRun, 'n' | 'passages' | 'calls' | 'repeats'> {
  readonly schedule: readonly number[]
  /** The steps after so many are repeated for ever. Default: the execution is a finite one. */
  readonly repeatsFrom?: number | null
  /** What is violated, and the reason. Default: the execution ends as it does. A wrong history comes first. */
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
  algorithm: AnySharedAlgorithm,
  { schedule, repeatsFrom = null, violates, shows, module = null, ...system }: SharedSchedule,
): RecordedSharedSchedule {
  const { n } = system
  const parts = { ...system, given: schedule, seed: 0, module, repeatsFrom }
  const header = sharedHeaderOf(algorithm, parts)
  const blocks: Uint8Array[] = []
  const states = initialSharedStates(header, algorithm)
  const recorder = new SharedRecorder(header, states, (block) => blocks.push(block))
  const execution = executeShared(algorithm, { ...parts, check: false, history: true, listener: recorder })
  const outcome = outcomeOf(algorithm, n, execution, violates)
  const names = outcome.kind === 'violated' && outcome.property === violates?.property
  const detail = 'reason' in outcome ? outcome.reason : null
  const end = sharedEndOf({ ...execution, outcome }, judgeShared(algorithm, n, execution), recorder, detail, {
    ...(names && violates?.processor !== undefined && { processor: violates.processor }),
    ...(shows !== undefined && { shows }),
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

/** How the execution ended, what is said to be violated considered. */
function outcomeOf(
  algorithm: AnySharedAlgorithm,
  n: number,
  { outcome, history }: SharedExecution,
  violates: SharedSchedule['violates'],
): Outcome {
  if (outcome.kind === 'failed') return outcome
  if (isSharedObject(algorithm)) {
    const finding = holdObject(algorithm, n, history!)
    if (finding.kind === 'wrong') return outcomeWith(outcome, algorithm, finding)
  }
  if (violates === undefined) return outcome
  const { property, reason } = violates
  return { kind: 'violated', property, reason }
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
