import { ModelError } from '../../errors.ts'
import type { Message } from '../../model/index.ts'
import { grown } from '../../typed-arrays.ts'

/**
 * The contents of the messages in transit, by handle.
 *
 * A message sent on many channels, or forwarded as it came, is stored once and counted, so flooding a network
 * with one message stores one object.
 */
export class Payloads {
  readonly messages: (Message | undefined)[] = []
  readonly typeNames: string[]
  /** How many messages in transit have this content, and the index of their type, by handle. */
  #counts = new Uint32Array(64)
  #types = new Uint16Array(64)
  readonly #free: number[] = []
  /** How many messages have been sent, by type. */
  #sentByType = new Float64Array(64)
  /**
   * The content held or taken last, mostly that of the next message, too. Its count is kept here and not by handle until
   * another takes its place, and so are the messages sent since its type became the latest.
   */
  #latest: Message | undefined
  #latestHandle = 0
  #latestCount = 0
  #latestSent = 0
  latestType = 0

  readonly #closed: boolean

  /** With the names of all types that there may be, any other is refused; with null, types are numbered as they come. */
  constructor(typeNames: readonly string[] | null) {
    this.typeNames = [...(typeNames ?? [])]
    this.#closed = typeNames !== null
  }

  /** The handle of the message, which is sent `times` times. */
  hold(message: Message, times: number): number {
    if (message !== this.#latest) this.#store(message)
    this.#latestCount += times
    this.#latestSent += times
    return this.#latestHandle
  }

  /** The message of a handle, which is now in transit once less; forwarding it stores nothing. */
  take(handle: number): Message {
    if (handle !== this.#latestHandle) {
      this.#leaveLatest()
      this.#latest = this.messages[handle]
      this.#latestHandle = handle
      this.#latestCount = this.#counts[handle]!
      this.#turnTo(this.#types[handle]!)
    }
    this.#latestCount--
    return this.#latest!
  }

  /** The same for a message that nobody will read, so many times. */
  drop(handle: number, times = 1): void {
    if (handle === this.#latestHandle) {
      this.#latestCount -= times
      return
    }
    const count = this.#counts[handle]! - times
    this.#counts[handle] = count
    if (count === 0) this.#forget(handle)
  }

  /** How many messages of each type have been sent. */
  sent(): Record<string, number> {
    this.#noteSent()
    return Object.fromEntries(this.typeNames.map((type, i) => [type, this.#sentByType[i]!]))
  }

  #store(message: Message): void {
    this.#leaveLatest()
    const handle = this.#free.pop() ?? this.messages.length
    if (handle >= this.#counts.length) {
      this.#counts = grown(this.#counts)
      this.#types = grown(this.#types)
    }
    const type = this.#typeOf(message)
    this.messages[handle] = message
    this.#types[handle] = type
    this.#latest = message
    this.#latestHandle = handle
    this.#latestCount = 0
    this.#turnTo(type)
  }

  #leaveLatest(): void {
    if (this.#latest === undefined) return
    if (this.#latestCount === 0) this.#forget(this.#latestHandle)
    else this.#counts[this.#latestHandle] = this.#latestCount
  }

  #turnTo(type: number): void {
    if (type === this.latestType) return
    this.#noteSent()
    this.latestType = type
  }

  #noteSent(): void {
    while (this.latestType >= this.#sentByType.length) this.#sentByType = grown(this.#sentByType)
    this.#sentByType[this.latestType]! += this.#latestSent
    this.#latestSent = 0
  }

  #forget(handle: number): void {
    this.messages[handle] = undefined
    this.#free.push(handle)
  }

  #typeOf({ type }: Message): number {
    const known = this.typeNames.indexOf(type)
    if (known >= 0) return known
    if (this.#closed) throw new ModelError(`sends ⟨${type}⟩, for which the algorithm has no handler`)
    return this.typeNames.push(type) - 1
  }
}
