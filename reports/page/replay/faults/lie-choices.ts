import { type AnyAlgorithm, lieOptions, type Message, messageText } from '../../../../engine/index.ts'
import type { Run, RunEvent } from '../run.ts'

/** More than these nobody chooses from. */
const choicesMax = 300

/** What may be sent by one channel in one step. */
type Messages = readonly Message[]

/**
 * What a liar may send to a neighbour in a step, each a list of messages: what the algorithm says of lies in rounds, else
 * nothing or one message of its alphabet; without one, nothing or any message of the run.
 */
export function lieChoices(run: Run, event: RunEvent, receiver: number): readonly Messages[] {
  const { algorithm, instance, synchronous } = run
  const { alphabet, lies } = algorithm
  if (alphabet === undefined && !(synchronous && lies !== undefined))
    return [[], ...seen(run)].slice(0, choicesMax)
  const { processor: liar, time } = event
  const liars = [...new Set([...run.liars, liar])]
  const between = { liar, receiver, round: Math.floor(time), liars, secrets: secretsOf(run, liars, time) }
  // What an algorithm says of lies is about rounds.
  const asked = synchronous
    ? algorithm
    : Object.assign(Object.create(algorithm) as AnyAlgorithm, { lies: undefined })
  return lieOptions(asked, instance, between).slice(0, choicesMax)
}

/** What liars have learned until a time that only others could have written. */
function secretsOf(
  { algorithm: { secrets }, messages }: Run,
  liars: readonly number[],
  time: number,
): string[] {
  if (secrets === undefined) return []
  const heard = messages.filter(({ to, arrival }) => liars.includes(to) && arrival <= time)
  return [...new Set(heard.flatMap(({ content }) => secrets(content)))].sort()
}

/** The different messages of a run. */
function seen({ messages }: Run): Messages[] {
  const known = new Map<string, Message>()
  for (const { content } of messages)
    if (!known.has(messageText(content))) known.set(messageText(content), content)
  return [...known.values()].map((content) => [content])
}

/** “nothing”, or the messages. */
export const messagesText = (messages: Messages): string =>
  messages.length === 0 ? 'nothing' : messages.map(messageText).join(' ')
