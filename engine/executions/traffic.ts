import type { Message } from '../model/index.ts'
import type { Due } from './due.ts'
import type { Sent } from './sent.ts'

/** The messages of an execution that is carried out again: those in transit, and what is counted of all. */
export class Traffic {
  /** The messages that count, and all that were put in transit. */
  messages = 0
  posted = 0
  readonly messagesByType: Record<string, number> = {}
  readonly sentBy: Uint32Array
  /** When the last message was processed, and the largest delay of all that were put in transit. */
  lastProcessed = 0
  delayMax = 0
  readonly #inTransit = new Map<number, Sent>()

  constructor(n: number) {
    this.sentBy = new Uint32Array(n)
  }

  /** The message of this number, if it is in transit. */
  at(id: number): Sent | undefined {
    return this.#inTransit.get(id)
  }

  /** A processor sends a message that counts. */
  count(processor: number, { type }: Message): void {
    this.messages++
    this.messagesByType[type] = (this.messagesByType[type] ?? 0) + 1
    this.sentBy[processor]!++
  }

  /** Takes a number for a message that is put in transit and takes so long. */
  post(delay: number): number {
    this.delayMax = Math.max(this.delayMax, delay)
    return this.posted++
  }

  enter(id: number, sent: Sent): void {
    this.#inTransit.set(id, sent)
  }

  /** Takes a message that is due, and in transit, out of it. */
  take({ message: id, time }: Due): Message {
    const { message } = this.#inTransit.get(id)!
    this.#inTransit.delete(id)
    this.lastProcessed = time
    return message
  }
}
