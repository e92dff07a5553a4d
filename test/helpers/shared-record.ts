import {
  type AnySharedAlgorithm,
  executeShared,
  initialSharedStates,
  judgeShared,
  readSharedHeader,
  SharedRecorder,
  type SharedRun,
  type SharedVerification,
  sharedEndOf,
  sharedHeaderOf,
  verifyShared,
} from '../../engine/index.ts'

/** The lines of the record of a run. */
export function recordedRun(algorithm: AnySharedAlgorithm, run: SharedRun): string[] {
  const { n } = run
  const blocks: Uint8Array[] = []
  const header = sharedHeaderOf(algorithm, run)
  const states = initialSharedStates(header, algorithm)
  const recorder = new SharedRecorder(header, states, (block) => blocks.push(block))
  const execution = executeShared(algorithm, { ...run, listener: recorder })
  recorder.finish(sharedEndOf(execution, judgeShared(algorithm, n, execution), recorder, null))
  return linesOf(blocks)
}

/** The lines in blocks of a record. */
export const linesOf = (blocks: readonly Uint8Array[]): string[] =>
  Buffer.concat(blocks).toString().trimEnd().split('\n')

/** What verify finds in the lines of a record. */
export function verified(algorithm: AnySharedAlgorithm, lines: readonly string[]): SharedVerification {
  const [first, ...others] = lines
  const header = readSharedHeader(first!, () => 'record, line 1')
  const numbered = others.map((text, i) => ({ text, number: i + 2 }))
  return verifyShared(header, numbered, algorithm, 'record')
}
