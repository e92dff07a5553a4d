import { type NumberedLine, readHeader, recordedInstance, verify } from '../../engine/index.ts'
import type { Run } from '../../reports/page/replay/run.ts'

/** What `admissible verify` finds in the file of a run that a reader downloads; the header, too. */
export function verifiedRun(run: Run) {
  const text = run.record.map((block) => new TextDecoder().decode(block)).join('')
  const [first, ...rest] = text.trimEnd().split('\n')
  const header = readHeader(first!, () => 'line 1')
  const instance = recordedInstance(
    header,
    run.algorithm,
    () => '',
    () => 'line 1',
  )
  const lines: NumberedLine[] = rest.map((line, i) => ({ text: line, number: i + 2 }))
  return { header, ...verify(header, lines, run.algorithm, instance, 'record') }
}
