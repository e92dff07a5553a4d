import type { Message } from '../model/index.ts'

/** A message in transit, as the algorithm sent it. */
export interface Sent {
  readonly message: Message
  readonly sender: number
  readonly sentAt: number
}
