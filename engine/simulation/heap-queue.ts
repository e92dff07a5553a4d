import { Heap } from 'heap-js'
import { grown } from '../growth.ts'
import type { EventQueue } from './event-queue.ts'

/**
 * The reference queue: heap-js over integer handles into typed arrays. O(log size) per event.
 *
 * heap-js is not stable, so the order of entry is part of the comparison.
 */
export class HeapQueue implements EventQueue {
  time = 0
  receiver = 0
  slot = 0
  payload = 0
  #times = new Float64Array(1024)
  #entries = new Float64Array(1024)
  #receivers = new Uint32Array(1024)
  #slots = new Int32Array(1024)
  #payloads = new Uint32Array(1024)
  #free: number[] = []
  #used = 0
  #entered = 0
  readonly #heap = new Heap<number>(
    (a, b) => this.#times[a]! - this.#times[b]! || this.#entries[a]! - this.#entries[b]!,
  )

  get size(): number {
    return this.#heap.length
  }

  nextIsAt(time: number): boolean {
    const next = this.#heap.peek()
    return next !== undefined && this.#times[next] === time
  }

  push(time: number, receiver: number, slot: number, payload: number): void {
    const handle = this.#free.pop() ?? this.#used++
    if (handle === this.#times.length) this.#grow()
    this.#times[handle] = time
    this.#entries[handle] = this.#entered++
    this.#receivers[handle] = receiver
    this.#slots[handle] = slot
    this.#payloads[handle] = payload
    this.#heap.push(handle)
  }

  pop(): boolean {
    const handle = this.#heap.pop()
    if (handle === undefined) return false
    this.time = this.#times[handle]!
    this.receiver = this.#receivers[handle]!
    this.slot = this.#slots[handle]!
    this.payload = this.#payloads[handle]!
    this.#free.push(handle)
    return true
  }

  #grow(): void {
    this.#times = grown(this.#times)
    this.#entries = grown(this.#entries)
    this.#receivers = grown(this.#receivers)
    this.#slots = grown(this.#slots)
    this.#payloads = grown(this.#payloads)
  }
}
