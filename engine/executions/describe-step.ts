import type { Crossing, Detected, Message, Network } from '../model/index.ts'
import type { Step } from './step.ts'

/** A computation event in one readable line: time, processor, what it receives, how its state changes, what it sends. */
export function describeStep(step: Step, network: Network): string {
  const { event, received } = step
  const {
    time,
    processor,
    wakes,
    sent,
    terminates,
    copies = 0,
    strays = [],
    lies,
    crashes,
    back,
    recovers,
  } = event
  const neighbor = (channel: number) => network.neighbor(processor, channel)
  const parts = [
    lies ? 'lies' : '',
    recovers ? 'comes back' : '',
    wakes ? 'wakes' : '',
    ...received.map(({ message, sender }) => `receives ${messageText(message)} from p_${sender}`),
    ...(event.timeouts ?? []).map((name) => `timer ${name} goes off`),
    event.detected === undefined ? '' : detectedText(event.detected, neighbor),
    ...(event.crossings ?? []).map(crossingText),
    ...stateChanges(step.before, step.after),
    ...grouped(
      sent
        .slice(0, sent.length - copies)
        .map(({ message, channel }) => [messageText(message), neighbor(channel)] as const),
    ).map(([text, receivers]) => `sends ${text} to ${receivers.map((p) => `p_${p}`).join(', ')}`),
    ...grouped(
      strays.map(({ message, channel, fate }) => [
        `${astray[fate]} ${messageText(message)}`,
        neighbor(channel),
      ]),
    ).map(([text, receivers]) => `${text} to ${receivers.map((p) => `p_${p}`).join(', ')}`),
    copies > 0 ? `${copies} of these arrive twice` : '',
    crashes ? `crashes${back === undefined ? '' : ` until ${timeText(back)}`}` : '',
    terminates ? 'terminates' : '',
  ].filter((part) => part !== '')
  return `${timeText(time).padStart(9)}  ${`p_${processor}`.padEnd(5)} ${parts.length === 0 ? 'takes a step' : parts.join(' · ')}`
}

/** What has become of a message that does not get through. */
const astray = {
  omitted: 'does not send',
  lost: 'its channel loses',
  unheard: 'its receiver does not hear',
} as const

/** What a failure detector says: “suspects p_1, p_3”, “takes p_2 for the leader”. */
function detectedText(said: Detected, neighbor: (channel: number) => number): string {
  if ('suspects' in said)
    return said.suspects.length === 0
      ? 'suspects nobody'
      : `suspects ${said.suspects.map((channel) => `p_${neighbor(channel)}`).join(', ')}`
  return said.leader === null ? 'leads' : `takes p_${neighbor(said.leader)} for the leader`
}

/** What crosses an interface as people read it: “asked to write 7”, “answers 3”, “outputs deliver 7”. */
export function crossingText(crossing: Crossing): string {
  const named = (words: string, value: unknown) =>
    value === undefined ? words : `${words} ${valueText(value)}`
  if (crossing.kind === 'invocation') return named(`asked to ${crossing.operation}`, crossing.argument)
  if (crossing.kind === 'response') return named('answers', crossing.result)
  return named(`outputs ${crossing.output}`, crossing.value)
}

/** A message as people read it: ⟨probe id=7 hops=2⟩. */
export function messageText({ type, ...fields }: Message): string {
  const values = Object.entries(fields).map(([name, value]) => ` ${name}=${valueText(value)}`)
  return `⟨${type}${values.join('')}⟩`
}

/** The parts of a state that differ: “elected: null → true”. */
export function stateChanges(before: object, after: object): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const [old, now] = [before, after].map((state) => valueText((state as Record<string, unknown>)[name]))
    return old === now ? [] : [`${name}: ${old} → ${now}`]
  })
}

/** A state as people read it, a field a line. */
export function stateLines(state: object): string[] {
  return Object.entries(state).map(([name, value]) => `${name}: ${valueText(value)}`)
}

/** A time with as many digits as say something. */
export function timeText(time: number): string {
  return String(Number(time.toPrecision(6)))
}

function valueText(value: unknown): string {
  if (value === undefined) return '–'
  const plain = value instanceof Map || value instanceof Set ? [...value] : value
  const text = JSON.stringify(plain, withBigInts) ?? String(plain)
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}

/** As in a program: 5n. */
const withBigInts = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value)

/** The second parts of all pairs that have the same first part, in the order of first appearance. */
function grouped<T>(pairs: readonly (readonly [string, T])[]): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return [...groups]
}
