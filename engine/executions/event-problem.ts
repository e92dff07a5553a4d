import type { Sending } from '../formal/transition.ts'
import type { Due } from './due.ts'
import { firstProblem } from './first-problem.ts'
import type { RecordedEvent, RecordedSending } from './format.ts'
import { sameData } from './same-data.ts'

/** What is wrong with what an event takes in, where this is due; null if nothing is. */
export function inputProblem({ wakes, processed, time }: RecordedEvent, due: readonly Due[]): string | null {
  if (wakes !== due.some(({ kind }) => kind === 'wake-up'))
    return wakes ? 'it does not wake by itself now' : 'it wakes by itself now, which the record does not say'
  const expected = due.filter(({ kind }) => kind === 'message').map(({ message }) => message)
  if (processed.length === expected.length && processed.every((id, i) => id === expected[i])) return null
  return `it processes ${messageList(processed)}, but at ${time} it must process ${messageList(expected)}`
}

/** What is wrong with what an event is said to send, where the algorithm sends this; null if nothing is. */
export function outputProblem(written: readonly RecordedSending[], sends: readonly Sending[]): string | null {
  const number = `it sends ${sends.length} messages, not ${written.length}`
  const problem = firstProblem(sends, ({ channel, message }, i) => {
    const one = written[i]
    if (one === undefined) return number
    if (one.channel !== channel) return `out[${i}] is sent on channel ${channel}, not ${one.channel}`
    return sameData(message, one.message) ? null : `out[${i}] says ${JSON.stringify(message)}`
  })
  return problem ?? (written.length > sends.length ? number : null)
}

const messageList = (ids: readonly number[]): string =>
  ids.length === 0 ? 'nothing' : ids.map((id) => `m_${id}`).join(', ')
