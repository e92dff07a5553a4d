import type { Outbox } from '../simulation/transit/outbox.ts'
import type { Graph } from '../topology/graph.ts'
import { grown } from '../typed-arrays.ts'

/** The key of a message, by its number. */
type KeyOf = (message: number) => number

/**
 * The messages of a scheduled execution by number, and a heap of those that can be processed next. Where channels are
 * first in, first out, that is only the first on each.
 */
export class Pool {
  /** By message; slots are the receivers'. */
  slots = new Uint32Array(256)
  receivers = new Uint32Array(256)
  payloads = new Uint32Array(256)
  depths = new Uint32Array(256)
  deadlines = new Uint32Array(256)
  /** By message: how many were sent over its slot before it. */
  turns = new Uint32Array(256)
  /** By slot: how many messages were sent over it. */
  readonly sentOver: Uint32Array
  /** How many messages were sent. */
  sent = 0
  /** The heap: numbers of messages and their keys when they entered. */
  length = 0
  #heap = new Uint32Array(256)
  #keys = new Float64Array(256)
  /** With FIFO channels, by slot: the last message in transit, plus one; by message: its successor, plus one. */
  readonly #last: Uint32Array | null
  #next = new Uint32Array(256)

  /** `isFifo`: whether channels are first in, first out. */
  constructor(slots: number, isFifo: boolean) {
    this.sentOver = new Uint32Array(slots)
    this.#last = isFifo ? new Uint32Array(slots) : null
  }

  /** Takes in what was sent; the number of its first message. */
  add(
    graph: Graph,
    { mirrors, receivers, payloads, length }: Outbox,
    depth: number,
    deadline: number,
  ): number {
    const first = this.sent
    while (first + length > this.slots.length) this.#grow()
    for (let i = 0; i < length; i++) {
      const message = this.sent++
      const slot = graph.firstSlot(receivers[i]!) + mirrors[i]!
      this.slots[message] = slot
      this.turns[message] = this.sentOver[slot]!++
      this.receivers[message] = receivers[i]!
      this.payloads[message] = payloads[i]!
      this.depths[message] = depth
      this.deadlines[message] = deadline
    }
    return first
  }

  /** Lets the messages from number `first` on be processed, each in its turn. */
  enter(first: number, keyOf: KeyOf): void {
    const last = this.#last
    for (let message = first; message < this.sent; message++) {
      if (last !== null) {
        const slot = this.slots[message]!
        const before = last[slot]!
        last[slot] = message + 1
        if (before > 0) {
          this.#next[before - 1] = message + 1
          continue
        }
      }
      this.#push(message, keyOf(message))
    }
  }

  /** Takes out the message of the least key. */
  take(keyOf: KeyOf): number {
    for (;;) {
      const message = this.#heap[0]!
      const key = keyOf(message)
      if (key <= this.#keys[0]! || this.length === 1) {
        this.#removeFirst()
        this.#succeed(message, keyOf)
        return message
      }
      // It has become less urgent while it waited.
      this.#removeFirst()
      this.#push(message, key)
    }
  }

  #succeed(message: number, keyOf: KeyOf): void {
    const last = this.#last
    if (last === null) return
    const slot = this.slots[message]!
    const next = this.#next[message]!
    if (next > 0) this.#push(next - 1, keyOf(next - 1))
    else last[slot] = 0
  }

  #push(message: number, key: number): void {
    const heap = this.#heap
    const keys = this.#keys
    let i = this.length++
    while (i > 0) {
      const parent = (i - 1) >>> 1
      if (!before(key, message, keys[parent]!, heap[parent]!)) break
      heap[i] = heap[parent]!
      keys[i] = keys[parent]!
      i = parent
    }
    heap[i] = message
    keys[i] = key
  }

  #removeFirst(): void {
    const heap = this.#heap
    const keys = this.#keys
    const length = --this.length
    const message = heap[length]!
    const key = keys[length]!
    let i = 0
    for (;;) {
      let child = 2 * i + 1
      if (child >= length) break
      if (child + 1 < length && before(keys[child + 1]!, heap[child + 1]!, keys[child]!, heap[child]!))
        child++
      if (!before(keys[child]!, heap[child]!, key, message)) break
      heap[i] = heap[child]!
      keys[i] = keys[child]!
      i = child
    }
    heap[i] = message
    keys[i] = key
  }

  #grow(): void {
    this.slots = grown(this.slots)
    this.receivers = grown(this.receivers)
    this.payloads = grown(this.payloads)
    this.depths = grown(this.depths)
    this.deadlines = grown(this.deadlines)
    this.turns = grown(this.turns)
    this.#next = grown(this.#next)
    this.#heap = grown(this.#heap)
    this.#keys = grown(this.#keys)
  }
}

const before = (keyA: number, a: number, keyB: number, b: number): boolean =>
  keyA < keyB || (keyA === keyB && a < b)
