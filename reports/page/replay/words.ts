import { crossingText, messageText, stateChanges, timeText } from '../../../engine/index.ts'
import type { Run, RunEvent, RunMessage, Stray } from './run.ts'

export const processorText = (p: number): string => `p${p}`

/** “m17 ⟨probe id=3⟩ from p2 to p3”. */
export const messageWords = ({ id, content, from, to }: RunMessage): string =>
  `m${id} ${messageText(content)} from ${processorText(from)} to ${processorText(to)}`

/** How a message came to be known, and when: “the 2nd on its channel; sent at 1.2, arrives at 1.9”. */
export function travelWords({ nth, sent, arrival, delay }: RunMessage, { synchronous }: Run): string {
  const when = `the ${ordinal(nth)} on its channel; sent at ${timeText(sent)}, processed at ${timeText(arrival)}`
  const waits = arrival - sent > delay * (1 + 1e-9) + 1e-12
  return waits && !synchronous ? `${when}, after a wait there` : when
}

/** An event in one sentence, for those who hear it. */
export function eventWords(event: RunEvent, run: Run): string {
  const { processor, time, wakes, terminates, received, crossings, firstSent, sent, before, after } = event
  const parts = [
    event.recovers ? ['comes back'] : [],
    wakes ? ['wakes by itself'] : [],
    received.map(
      (id) =>
        `receives ${messageText(run.messages[id]!.content)} from ${processorText(run.messages[id]!.from)}`,
    ),
    crossings.map(crossingText),
    stateChanges(before, after),
    sent === 0 ? [] : [`sends ${sentWords(run.messages.slice(firstSent, firstSent + sent))}`],
    event.strays.map(strayWords),
    terminates ? ['terminates'] : [],
    event.crashes ? ['crashes'] : [],
    event.lies ? ['being Byzantine'] : [],
  ].flat()
  const what = parts.length === 0 ? 'takes a step' : parts.join(', ')
  return `${run.synchronous ? 'Round' : 'Time'} ${timeText(time)}: ${processorText(processor)} ${what}.`
}

/** “⟨M value=1⟩ to p2 is not sent”. */
export const strayWords = ({ to, content, fate }: Stray): string =>
  `${messageText(content)} to ${processorText(to)} ${fates[fate]}`

const fates = { omitted: 'is not sent', lost: 'is lost', unheard: 'is not heard' } as const

function sentWords(messages: readonly RunMessage[]): string {
  if (messages.length > 3) return `${messages.length} messages`
  return messages.map(({ content, to }) => `${messageText(content)} to ${processorText(to)}`).join(', ')
}

function ordinal(k: number): string {
  const ending = k % 100 >= 11 && k % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][k % 10] ?? 'th')
  return `${k}${ending}`
}

/** One cost beside that of the original: “7.31 → 8.02”; the cost alone where nothing was edited. */
export function costWords(original: number | null, now: number | null, edited: boolean): string {
  const text = (value: number | null): string =>
    value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: 4 })
  return edited ? `${text(original)} → ${text(now)}` : text(original)
}

/** By how much a cost has changed: “+0.71”; empty if it has not. */
export function changeWords(original: number | null, now: number | null): string {
  if (original === null || now === null || original === now) return ''
  const change = (now - original).toLocaleString('en', { maximumSignificantDigits: 3, signDisplay: 'always' })
  return change.replace('-', '−')
}
