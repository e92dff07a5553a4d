import type { RecordedEvent } from './format.ts'

/** One message of a causal chain. */
export interface Link {
  /** The number of the message. */
  readonly message: number
  readonly type: string
  readonly from: number
  readonly to: number
  readonly sent: number
  readonly processed: number
}

/**
 * Finds the witness of an execution's time: the chain of messages, each sent in the event that processes the one
 * before, of which the last is the last message processed. An event happens when its messages arrive, so the chain
 * leads back to a processor that woke by itself. Constant work for each event and message.
 */
export class WitnessFinder {
  /** By message: the one whose arrival made its sender send it, or −1; its sender, its type, when it was sent. */
  readonly #causes: number[] = []
  readonly #senders: number[] = []
  readonly #types: string[] = []
  readonly #times: number[] = []
  #last = { message: -1, to: -1, processed: 0 }

  event({ time, processor, processed, sent }: RecordedEvent): void {
    const cause = processed[0] ?? -1
    if (cause >= 0) this.#last = { message: cause, to: processor, processed: time }
    for (const { message } of sent) {
      this.#causes.push(cause)
      this.#senders.push(processor)
      this.#types.push(message.type)
      this.#times.push(time)
    }
  }

  /** The chain, in the order of time; empty if no message was processed. */
  chain(): Link[] {
    const links: Link[] = []
    let { message, to, processed } = this.#last
    while (message >= 0) {
      const from = this.#senders[message]!
      const sent = this.#times[message]!
      links.push({ message, type: this.#types[message]!, from, to, sent, processed })
      to = from
      processed = sent
      message = this.#causes[message]!
    }
    return links.reverse()
  }
}
