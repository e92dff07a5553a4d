import {
  executeShared,
  judgeShared,
  readSharedHeader,
  type SharedMemoryAlgorithm,
  SharedRecorder,
  type SharedRun,
  type SharedVerification,
  sharedEndOf,
  sharedHeaderOf,
  verifyShared,
} from '../../engine/index.ts'

/** The lines of the record of a run. */
export function recordedRun(algorithm: SharedMemoryAlgorithm, run: SharedRun): string[] {
  const { n } = run
  const blocks: Uint8Array[] = []
  const states = Array.from({ length: n }, (_, i) => algorithm.initially({ i, n }))
  const recorder = new SharedRecorder(sharedHeaderOf(algorithm, run), states, (block) => blocks.push(block))
  const execution = executeShared(algorithm, { ...run, listener: recorder })
  recorder.finish(sharedEndOf(execution, judgeShared(algorithm, n, execution), recorder, null))
  return linesOf(blocks)
}

/** The lines in blocks of a record. */
export const linesOf = (blocks: readonly Uint8Array[]): string[] =>
  Buffer.concat(blocks).toString().trimEnd().split('\n')

/** What verify finds in the lines of a record. */
export function verified(algorithm: SharedMemoryAlgorithm, lines: readonly string[]): SharedVerification {
  const [first, ...others] = lines
  const header = readSharedHeader(first!, () => 'record, line 1')
  const numbered = others.map((text, i) => ({ text, number: i + 2 }))
  return verifyShared(header, numbered, algorithm, 'record')
}
