import type { Alteration, FaultScript } from '../../engine/index.ts'

/** What an adversary chooses in an execution, a line for each thing that fails. */
export function describeScript(script: FaultScript): string[] {
  const { values, crashes, omissions, liars, lies, alterations = [], mistakes, coins = 0, paces } = script
  // Asynchronous executions have no rounds; each processor counts its own steps, from 0.
  const [round, message] = paces === undefined ? ['round', 'round'] : ['its step', 'message']
  const omitted = grouped(omissions, (one) =>
    one.fate === 'omitted'
      ? [`p_${one.sender} sends nothing in ${message} ${one.round} to`, one.receiver]
      : [`p_${one.receiver} does not hear what is sent in ${message} ${one.round} by`, one.sender],
  )
  const told = grouped(lies, (lie) => [
    `p_${lie.liar} lies in ${round} ${lie.round}: ${lie.messages.length === 0 ? 'nothing' : lie.messages.map((one) => JSON.stringify(one)).join(', ')} to`,
    lie.receiver,
  ])
  const honest = liars.filter((liar) => ![...lies, ...alterations].some((lie) => lie.liar === liar))
  return [
    `inputs ${values.join()}`,
    ...(coins === 0 ? [] : [`coins from seed ${coins}`]),
    ...crashes.map(
      (crash) => `p_${crash.processor} crashes in ${round} ${crash.round}, ${telling(crash, script)}`,
    ),
    ...omitted,
    ...told,
    ...alterations.map(describeAlteration),
    ...honest.map((liar) => `p_${liar} may lie, and does not`),
    ...(mistakes === undefined
      ? []
      : [
          `failure detectors are wrong for ${mistakes.rate} of the time until ${mistakes.until}, drawn from seed ${mistakes.seed}`,
        ]),
    ...(paces === undefined ? [] : describePaces(paces)),
  ]
}

/** To whom a last step still sends. In rounds, who has crashed by then is left out: it hears of nothing any more. */
function telling(
  { receivers, round }: FaultScript['crashes'][number],
  { crashes, paces }: FaultScript,
): string {
  const isGone = (q: number) =>
    paces === undefined && crashes.some((other) => other.processor === q && other.round <= round)
  const left = receivers.filter((q) => !isGone(q))
  if (left.length > 0) return `sending to ${processors(left)} alone`
  return receivers.length === 0 ? 'sending nothing any more' : 'sending to nobody who is left'
}

/** What a liar says wherever it would say something else. */
function describeAlteration({ liar, receivers, where, says }: Alteration): string {
  const values = says === null ? ['nothing'] : listed(says, (field, value) => `${field} ${value}`)
  const like = listed(where, (field, value) => `${field} is ${value}`)
  const when = like.length === 0 ? 'always' : `wherever ${like.join(', ')}`
  return `p_${liar} says ${values.join(', ')} to ${processors(receivers)} ${when}`
}

const listed = (fields: object, sentence: (field: string, value: string) => string): string[] =>
  Object.entries(fields).map(([field, value]) => sentence(field, JSON.stringify(value)))

/** How long messages take. */
function describePaces({ seed, heldUntil, list }: NonNullable<FaultScript['paces']>): string[] {
  const others = seed === null ? 'take half a unit of time' : `take what is drawn from seed ${seed}`
  return [
    ...grouped(list, ({ sender, receiver, turn, pace }) => [
      `${typeof pace === 'number' ? `there at ${pace}` : { soon: 'at once', late: 'late', held: `held up until ${heldUntil}` }[pace]} is ${turn === null ? 'all' : `message ${turn}`} from p_${sender} to`,
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
