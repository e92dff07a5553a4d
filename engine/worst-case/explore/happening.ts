import type { Message } from '../../model/index.ts'

/** What happens to a processor: it processes a message that comes on a channel, or wakes by itself. */
export interface Happening {
  readonly processor: number
  /** In the receiver's numbering; −1 if it wakes by itself. */
  readonly channel: number
  /** Null if it wakes by itself. */
  readonly message: Message | null
}

/** An event in words: p_1 upon ⟨M⟩ on channel 0. */
export function describeHappening({ processor, channel, message }: Happening): string {
  return message === null
    ? `p_${processor}, when it wakes,`
    : `p_${processor}, upon ⟨${message.type}⟩ on channel ${channel},`
}
