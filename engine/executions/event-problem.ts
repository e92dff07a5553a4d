import type { Sending, Status } from '../formal/transition.ts'
import { type Due, describeDue } from './due.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent, RecordedSending } from './format.ts'
import { sameData } from './same-data.ts'

/**
 * Why an event does not come next, where so much is due in it and `first` is what is due first of all; null if it may. One in
 * which the processor is asked for something, or lies, may come at any time.
 */
export function dueProblem(
  { time, processor, crossings = [], lies = false }: RecordedEvent,
  due: number,
  first: Due | undefined,
): string | null {
  if (first !== undefined && (first.time < time || (first.time === time && first.processor < processor)))
    return `it comes too late: before it is ${describeDue(first)}`
  if (lies || due > 0 || crossings.some(({ kind }) => kind === 'invocation')) return null
  if (first === undefined) return 'nothing is due any more'
  return `nothing is due for p_${processor} at ${time}; next is ${describeDue(first)}`
}

/** Why an event cannot come after the latest, which was of `processor` at `time`; null if it can. −1: there was none. */
export function orderProblem(
  event: RecordedEvent,
  n: number,
  time: number,
  processor: number,
): string | null {
  if (event.processor >= n) return `there is no p_${event.processor} among ${n} processors`
  if (processor < 0 || event.time > time || (event.time === time && event.processor > processor)) return null
  return `it comes after p_${processor} at ${time}; events are in the order of time, at equal times of processors`
}

/** What is wrong with the timers that are said to go off in an event, where these do; null if nothing is. */
export function timeoutProblem({ timeouts = [] }: RecordedEvent, found: readonly string[]): string | null {
  if (timeouts.length === found.length && timeouts.every((name, i) => name === found[i])) return null
  return `the timers ${nameList(timeouts)} go off, but there must be ${nameList(found)}`
}

const nameList = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '))

/** What is wrong with what an event says of terminating; null if nothing is. Whoever crashes has not terminated. */
export function terminationProblem(
  { terminates, crashes = false }: RecordedEvent,
  before: Status,
  after: Status,
): string | null {
  if (terminates === (!crashes && after === 'terminated' && before !== after)) return null
  return terminates ? 'it does not terminate' : 'it terminates, which the record does not say'
}

/** What is wrong with the time that a message takes which is sent at a time; null if nothing is. */
export function sendingProblem(
  { delay_max, unit_delays, instance: { delay_bounds: [min, max] = [0, Number.POSITIVE_INFINITY] } }: Header,
  time: number,
  arrival: number,
): string | null {
  if (!(arrival > time)) return `arrives at ${arrival}, not after it is sent`
  // Both sides are rounded alike, so this is exact.
  if (delay_max !== null && arrival > time + delay_max)
    return `takes ${arrival - time}, longer than ${delay_max}`
  if (arrival < time + min || arrival > time + max)
    return `takes ${arrival - time}; the processors know that it is between ${min} and ${max}`
  return unit_delays && arrival !== time + 1 ? `takes ${arrival - time}, not 1` : null
}

/** What is wrong with what an event takes in, where this is due; null if nothing is. */
export function inputProblem(
  { wakes, recovers = false, processed, time }: RecordedEvent,
  due: readonly Due[],
): string | null {
  if (recovers !== due.some(({ kind }) => kind === 'recovery'))
    return recovers ? 'it does not come back now' : 'it comes back now, which the record does not say'
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
