import type { FaultScript } from '../../engine/index.ts'

/** What an adversary chooses in an execution, a line for each thing that fails. */
export function describeScript({ values, crashes, omissions, liars, lies, paces }: FaultScript): string[] {
  // Asynchronous executions have no rounds; each processor counts its own steps, from 0.
  const [round, message] = paces === undefined ? ['round', 'round'] : ['its step', 'message']
  const telling = (receivers: readonly number[]) =>
    receivers.length === 0 ? 'sending nothing any more' : `sending to ${processors(receivers)} alone`
  const omitted = grouped(omissions, (one) =>
    one.fate === 'omitted'
      ? [`p_${one.sender} sends nothing in ${message} ${one.round} to`, one.receiver]
      : [`p_${one.receiver} does not hear what is sent in ${message} ${one.round} by`, one.sender],
  )
  const told = grouped(lies, (lie) => [
    `p_${lie.liar} lies in ${round} ${lie.round}: ${lie.messages.length === 0 ? 'nothing' : lie.messages.map((one) => JSON.stringify(one)).join(', ')} to`,
    lie.receiver,
  ])
  const honest = liars.filter((liar) => !lies.some((lie) => lie.liar === liar))
  return [
    `inputs ${values.join()}`,
    ...crashes.map(
      (crash) => `p_${crash.processor} crashes in ${round} ${crash.round}, ${telling(crash.receivers)}`,
    ),
    ...omitted,
    ...told,
    ...honest.map((liar) => `p_${liar} may lie, and does not`),
    ...(paces === undefined ? [] : describePaces(paces)),
  ]
}

/** How long messages take. */
function describePaces({ seed, list }: NonNullable<FaultScript['paces']>): string[] {
  const others = seed === null ? 'take half a unit of time' : `take what is drawn from seed ${seed}`
  return [
    ...grouped(list, ({ sender, receiver, turn, pace }) => [
      `${pace === 'soon' ? 'at once' : 'late'} is ${turn === null ? 'all' : `message ${turn}`} from p_${sender} to`,
      receiver,
    ]),
    `${list.length === 0 ? 'messages' : 'other messages'} ${others}`,
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
