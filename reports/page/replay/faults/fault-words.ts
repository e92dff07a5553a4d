import { timeText } from '../../../../engine/index.ts'
import type { Run } from '../run.ts'
import { processorText } from '../words.ts'
import type { FaultEdit } from './fault-edits.ts'

/** What the reader has decided of a processor: “p2 crashes at 1.5, sending to p0”. */
export function faultWords(edit: FaultEdit, run: Run): string {
  const name = processorText(edit.processor)
  if (edit.kind === 'works') return `${name} works`
  if (edit.kind === 'crashes') {
    const { time, receivers } = edit
    const to = receivers === null ? 'to all' : list(receivers)
    const when = run.synchronous
      ? `in round ${time}`
      : `at ${timeText(Number((time / run.unit).toPrecision(4)))}`
    return `${name} crashes ${when}, sending ${to}`
  }
  const { strategy, lies } = edit
  const by = strategy === '' ? '' : ` by ${strategy}`
  if (lies.length === 0) return `${name} lies${by}`
  return `${name} lies${by}, ${lies.length === 1 ? 'with one message' : `with ${lies.length} messages`} of yours`
}

const list = (receivers: readonly number[]): string =>
  receivers.length === 0 ? 'nothing' : `to ${receivers.map(processorText).join(', ')}`
