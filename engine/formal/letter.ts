import type { Channel, Message } from '../model/index.ts'

/** One message that was sent. Events and buffers speak of it, not of what it says. */
export interface Letter {
  /** Messages are numbered 0, 1, 2 … in the order of sending. */
  readonly id: number
  readonly sender: number
  /** The channel in the sender's numbering. */
  readonly channel: Channel
  readonly receiver: number
  /** The same channel in the receiver's numbering. */
  readonly receiverChannel: Channel
  readonly message: Message
}
