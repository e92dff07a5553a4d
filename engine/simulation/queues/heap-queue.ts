import { Heap } from 'heap-js'
import { grown } from '../../typed-arrays.ts'
import type { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import type { EventQueue } from './event-queue.ts'
import { EventRecords } from './event-records.ts'

/**
 * The reference queue: a heap of heap-js, which holds the places of events in typed arrays. O(log size) per event. Every
 * message passes through it.
 *
 * heap-js does not keep equals in order, so the order of entry is part of the comparison.
 */
export class HeapQueue implements EventQueue {
  readonly events = new EventRecords(1024)
  readonly takesAll = true
  absorber = null
  #entries = new Float64Array(1024)
  readonly #free: number[] = []
  #used = 0
  #entered = 0
  readonly #heap = new Heap<number>(
    (a, b) => this.#timeOf(a) - this.#timeOf(b) || this.#entries[a]! - this.#entries[b]!,
  )

  get size(): number {
    return this.#heap.length
  }

  get nextTime(): number {
    const next = this.#heap.peek()
    return next === undefined ? Number.POSITIVE_INFINITY : this.#timeOf(next)
  }

  enter({ length, arrivals, receivers, parcels }: Outbox): void {
    for (let i = 0; i < length; i++) {
      const handle = this.#free.pop() ?? this.#used++
      this.events.reserve(handle + 1)
      if (handle === this.#entries.length) this.#entries = grown(this.#entries)
      this.events.set(handle, arrivals[i]!, receivers[i]!, parcels[i]!)
      this.#entries[handle] = this.#entered++
      this.#heap.push(handle)
    }
  }

  pop(): number {
    const handle = this.#heap.pop()
    if (handle === undefined) return -1
    this.#free.push(handle)
    return handle
  }

  popAll(time: number, into: Arrivals): void {
    while (this.nextTime === time) into.addEvent(this.events, this.pop())
  }

  upcoming(): number {
    return 0
  }

  #timeOf(handle: number): number {
    return this.events.times[handle << 1]!
  }
}
