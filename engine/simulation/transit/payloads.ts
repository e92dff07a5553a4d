import { ModelError } from '../../errors.ts'
import type { Message } from '../../model/index.ts'
import { grown } from '../../typed-arrays.ts'
import { assertMessage, freeze } from './plain-data.ts'

/** Of the messages stored, so many are inspected in any case. */
const inspectedAnyway = 64

/** Which messages are inspected as they are stored: the first ones, or all; and all may be frozen, too. */
export type Scrutiny = 'first' | 'all' | 'freeze'

/**
 * The contents of the messages in transit. Each has a number, its handle.
 *
 * A message that is sent on many channels, or forwarded as it came, is stored once and counted. Flooding a network with one
 * message stores one object.
 */
export class Payloads {
  readonly messages: (Message | undefined)[] = []
  readonly typeNames: string[]
  /** By handle: how many messages in transit have these contents, and the number of their type. */
  #counts = new Uint32Array(16)
  #types = new Uint16Array(16)
  readonly #free: number[] = []
  /** How many messages have been sent, by type. */
  #sentByType = new Float64Array(64)
  /**
   * The contents held or taken last; the next message mostly has the same. Its count is kept here, in a field, and written
   * to the array only when others take its place. So is the number of messages sent since its type became the latest.
   */
  #latest: Message | null = null
  #latestHandle = 0
  #latestCount = 0
  #latestSent = 0
  latestType = 0

  readonly #closed: boolean
  readonly #freezes: boolean
  /** So many messages are still to be inspected. */
  #uninspected: number

  /**
   * With the names of all types that there may be, messages of any other are refused. With null, types are numbered as they
   * come.
   */
  constructor(typeNames: readonly string[] | null, scrutiny: Scrutiny = 'first') {
    this.#freezes = scrutiny === 'freeze'
    this.#uninspected = scrutiny === 'first' ? inspectedAnyway : Number.POSITIVE_INFINITY
    this.typeNames = [...(typeNames ?? [])]
    this.#closed = typeNames !== null
  }

  /** Stores a message that is sent `times` times. Returns its handle. */
  hold(message: Message, times: number): number {
    if (message !== this.#latest) this.#store(message)
    this.#latestCount += times
    this.#latestSent += times
    return this.#latestHandle
  }

  /** Returns the message of a handle. It is in transit once less now. Forwarding it stores nothing. */
  take(handle: number): Message {
    if (handle !== this.#latestHandle) {
      this.#leaveLatest()
      this.#latest = this.messages[handle]!
      this.#latestHandle = handle
      this.#latestCount = this.#counts[handle]!
      this.#turnTo(this.#types[handle]!)
    }
    this.#latestCount--
    return this.#latest!
  }

  /** The message of a handle is in transit so many times less now. Nobody reads it. */
  drop(handle: number, times = 1): void {
    if (handle === this.#latestHandle) {
      this.#latestCount -= times
      return
    }
    const count = this.#counts[handle]! - times
    this.#counts[handle] = count
    if (count === 0) this.#forget(handle)
  }

  /** The message of a handle is in transit once more, although nobody has sent it again. */
  keep(handle: number): void {
    if (handle === this.#latestHandle) this.#latestCount++
    else this.#counts[handle]!++
  }

  /** The message of a handle, which is in transit, does not count as sent. */
  uncount(handle: number): void {
    this.#noteSent()
    this.#sentByType[this.#types[handle]!]!--
  }

  /** How many messages of each type have been sent. */
  sent(): Record<string, number> {
    this.#noteSent()
    return Object.fromEntries(this.typeNames.map((type, i) => [type, this.#sentByType[i]!]))
  }

  #store(message: Message): void {
    if (this.#uninspected > 0) this.#inspect(message)
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

  /** Throws a ModelError unless the message is plain data. */
  #inspect(message: Message): void {
    this.#uninspected--
    assertMessage(message)
    if (this.#freezes) freeze(message)
  }

  #leaveLatest(): void {
    if (this.#latest === null) return
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
