import type { Message } from '../../model/index.ts'
import { canonicalText } from '../explore/canonical-text.ts'

/** Fields of messages, by name. */
export type Fields = Readonly<Record<string, unknown>>

/** What a liar always says to some in place of what the algorithm says: of these fields, other values. */
export interface Alteration {
  readonly liar: number
  readonly receivers: readonly number[]
  /** Which messages are altered: those in which these fields are so. */
  readonly where: Fields
  /** What these fields are instead; null: such messages are not sent. */
  readonly says: Fields | null
}

/** What is sent in place of a message, by the first alteration that is about it; null: nothing. */
export function altered(
  message: Message,
  receiver: number,
  alterations: readonly Alteration[],
): Message | null {
  const found = alterations.find((one) => one.receivers.includes(receiver) && isWhere(message, one.where))
  if (found === undefined) return message
  return found.says === null ? null : { ...message, ...found.says }
}

function isWhere(message: Message, where: Fields): boolean {
  const fields = message as unknown as Fields
  return Object.entries(where).every(
    ([field, value]) => canonicalText(fields[field]) === canonicalText(value),
  )
}
