import type { Call, Message } from '../../model/index.ts'

/** Stand for the channel of what is no message. */
export const byItself = -1
export const asked = -2

/**
 * What happens to a processor: it processes a message that comes on a channel, wakes by itself, or is asked for an
 * operation.
 */
export interface Happening {
  readonly processor: number
  /** In the receiver's numbering; `byItself` if it wakes, `asked` if it is asked for something. */
  readonly channel: number
  /** Null if there is none. */
  readonly message: Message | null
  /** What it is asked for. */
  readonly call?: Call
}

/** Whether both come by the same channel. */
export const onSameChannel = (a: Happening, b: Happening): boolean =>
  a.processor === b.processor && a.channel === b.channel

/** Whether one comes before another in the order of receivers and their channels. */
export const onEarlierChannel = (a: Happening, b: Happening): boolean =>
  a.processor < b.processor || (a.processor === b.processor && a.channel < b.channel)

/** An event in words: p_1 upon ⟨M⟩ on channel 0. */
export function describeHappening({ processor, channel, message, call }: Happening): string {
  if (call !== undefined) return `p_${processor}, asked for ${call.operation},`
  return message === null
    ? `p_${processor}, when it wakes,`
    : `p_${processor}, upon ⟨${message.type}⟩ on channel ${channel},`
}
