import type { FaultScript } from '../../engine/index.ts'

/** What an adversary chooses in an execution, a line for each thing that fails. */
export function describeScript({ values, crashes, omissions, liars, lies }: FaultScript): string[] {
  const telling = (receivers: readonly number[]) =>
    receivers.length === 0 ? 'sending nothing any more' : `sending to ${processors(receivers)} alone`
  const omitted = grouped(omissions, ({ sender, receiver, round, fate }) =>
    fate === 'omitted'
      ? [`p_${sender} sends nothing in round ${round} to`, receiver]
      : [`p_${receiver} does not hear what is sent in round ${round} by`, sender],
  )
  const told = grouped(lies, ({ liar, receiver, round, messages }) => [
    `p_${liar} lies in round ${round}: ${messages.length === 0 ? 'nothing' : messages.map((message) => JSON.stringify(message)).join(', ')} to`,
    receiver,
  ])
  const honest = liars.filter((liar) => !lies.some((lie) => lie.liar === liar))
  return [
    `inputs ${values.join()}`,
    ...crashes.map(
      ({ processor, round, receivers }) => `p_${processor} crashes in round ${round}, ${telling(receivers)}`,
    ),
    ...omitted,
    ...told,
    ...honest.map((liar) => `p_${liar} may lie, and does not`),
  ]
}

/** Sentences that differ only in a processor, as one. */
function grouped<T>(items: readonly T[], sentence: (item: T) => readonly [string, number]): string[] {
  const byText = new Map<string, number[]>()
  for (const [text, processor] of items.map(sentence))
    byText.set(text, [...(byText.get(text) ?? []), processor])
  return [...byText].map(([text, found]) => `${text} ${processors(found)}`)
}

const processors = (list: readonly number[]): string => {
  const names = list.map((p) => `p_${p}`)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
