import type { Sending } from '../formal/transition.ts'
import type { RecordedEvent, RecordedSending } from './format.ts'
import { sameData } from './same-data.ts'

/** What the algorithm sends in an event, without what goes astray; or why that is not what the record says. */
export function sentThrough(
  { strays = [] }: RecordedEvent,
  sends: readonly Sending[],
): readonly Sending[] | string {
  const gone = new Set<number>()
  for (const [i, { index, channel, message }] of strays.entries()) {
    const sent = sends[index]
    if (sent === undefined || gone.has(index)) return `strays[${i}]: it sends no message ${index}`
    if (sent.channel !== channel || !sameData(sent.message, message))
      return `strays[${i}]: message ${index} is ${JSON.stringify(sent.message)} on channel ${sent.channel}`
    gone.add(index)
  }
  return gone.size === 0 ? sends : sends.filter((_, i) => !gone.has(i))
}

/** Of what the algorithm sends in an event, what counts: all but what was never sent. */
export function countedOf({ strays = [] }: RecordedEvent, sends: readonly Sending[]): readonly Sending[] {
  const omitted = new Set(strays.filter(({ fate }) => fate === 'omitted').map(({ index }) => index))
  return omitted.size === 0 ? sends : sends.filter((_, i) => !omitted.has(i))
}

/** Why the last messages of an event are no copies of others that it sends, each of at most one; null if they are. */
export function copiesProblem({ sent, copies = 0 }: RecordedEvent): string | null {
  if (copies > sent.length) return `it has ${copies} copies, but sends ${sent.length} messages`
  const originals: RecordedSending[] = sent.slice(0, sent.length - copies)
  for (const [i, copy] of sent.slice(sent.length - copies).entries()) {
    const place = originals.findIndex(
      ({ channel, message }) => channel === copy.channel && sameData(message, copy.message),
    )
    if (place < 0) return `out[${sent.length - copies + i}] is no copy of a message that it sends`
    originals.splice(place, 1)
  }
  return null
}
