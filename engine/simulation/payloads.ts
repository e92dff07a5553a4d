import { ModelError } from '../errors.ts'
import { grown } from '../growth.ts'
import type { Message } from '../model.ts'

/**
 * The contents of the messages in transit, by handle.
 *
 * A message sent on many channels, or forwarded as it came, is stored once and counted, so flooding a network
 * with one message stores one object.
 */
export class Payloads {
  /** How many messages in transit have this content, by handle. */
  counts = new Uint32Array(64)
  /** The index of the message's type, by handle. */
  types = new Uint16Array(64)
  readonly messages: (Message | undefined)[] = []
  readonly typeNames: string[]
  readonly #free: number[] = []
  #latest: Message | undefined
  #latestHandle = 0

  readonly #closed: boolean

  /** With the names of all types that there may be, any other is refused; with null, types are numbered as they come. */
  constructor(typeNames: readonly string[] | null) {
    this.typeNames = [...(typeNames ?? [])]
    this.#closed = typeNames !== null
  }

  /** The handle of the message, which is now in transit `times` times more. */
  hold(message: Message, times: number): number {
    if (message !== this.#latest) this.#latestHandle = this.#store(message)
    this.counts[this.#latestHandle]! += times
    return this.#latestHandle
  }

  /** The message of a handle, which is now in transit once less; forwarding it stores nothing. */
  take(handle: number): Message {
    if (handle !== this.#latestHandle) {
      this.#forgetLatestIfUnused()
      this.#latestHandle = handle
      this.#latest = this.messages[handle]
    }
    this.counts[handle]!--
    return this.#latest!
  }

  /** The same for a message that nobody will read, so many times. */
  drop(handle: number, times = 1): void {
    const count = this.counts[handle]! - times
    this.counts[handle] = count
    if (count === 0 && handle !== this.#latestHandle) this.#forget(handle)
  }

  #store(message: Message): number {
    this.#forgetLatestIfUnused()
    const handle = this.#free.pop() ?? this.messages.length
    if (handle >= this.counts.length) {
      this.counts = grown(this.counts)
      this.types = grown(this.types)
    }
    this.messages[handle] = message
    this.types[handle] = this.#typeOf(message)
    this.#latest = message
    return handle
  }

  #forgetLatestIfUnused(): void {
    if (this.#latest === undefined || this.counts[this.#latestHandle] !== 0) return
    this.#forget(this.#latestHandle)
    this.#latest = undefined
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
