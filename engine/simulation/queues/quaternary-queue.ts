import { grown } from '../../typed-arrays.ts'
import type { Absorber } from '../transit/absorber.ts'
import type { Outbox } from '../transit/outbox.ts'
import type { Arrivals } from './arrivals.ts'
import type { EventQueue } from './event-queue.ts'
import { EventRecords } from './event-records.ts'

/** Little, since few events come late. Small arrays stand in the heap of JavaScript, where making them costs next to nothing. */
const initialRoom = 8

/**
 * A 4-ary heap in typed arrays, ordered by time and then by order of entry. O(log size) per event, no allocation
 * but for growth. The bucket queue keeps in it what does not fit its buckets.
 */
export class QuaternaryQueue implements EventQueue {
  size = 0
  /** Holds nothing but the last event popped. */
  readonly events = new EventRecords(1)
  readonly takesAll = false
  absorber: Absorber | null = null
  #entered = 0
  #times = new Float64Array(initialRoom)
  #entries = new Float64Array(initialRoom)
  #receivers = new Uint32Array(initialRoom)
  #parcels = new Uint32Array(initialRoom)

  /** Infinity when there is no event. */
  get nextTime(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!
  }

  popAll(time: number, into: Arrivals): void {
    while (this.nextTime === time) into.addEvent(this.events, this.pop())
  }

  upcoming(): number {
    return 0
  }

  enter(sent: Outbox): void {
    this.absorber?.takeFrom(sent)
    const { length, arrivals, receivers, parcels } = sent
    for (let i = 0; i < length; i++) this.push(arrivals[i]!, receivers[i]!, parcels[i]!)
  }

  push(time: number, receiver: number, parcel: number): void {
    if (this.size === this.#times.length) this.#grow()
    const entry = this.#entered++
    const times = this.#times
    // A new event is the last to have entered, so it rises only past later times.
    let hole = this.size++
    while (hole > 0) {
      const parent = (hole - 1) >>> 2
      if (times[parent]! <= time) break
      this.#move(parent, hole)
      hole = parent
    }
    times[hole] = time
    this.#entries[hole] = entry
    this.#receivers[hole] = receiver
    this.#parcels[hole] = parcel
  }

  pop(): number {
    if (this.size === 0) return -1
    this.events.set(0, this.#times[0]!, this.#receivers[0]!, this.#parcels[0]!)
    const last = --this.size
    let hole = 0
    for (;;) {
      const child = this.#firstChild(hole)
      if (child < 0 || !this.#before(child, last)) break
      this.#move(child, hole)
      hole = child
    }
    this.#move(last, hole)
    return 0
  }

  /** Takes all events out, in order. There must be room in the outbox. */
  takeOut(all: Outbox): void {
    while (this.pop() === 0) this.events.takeOut(0, all)
  }

  /** The child that comes first; −1 if there is none. */
  #firstChild(parent: number): number {
    const begin = 4 * parent + 1
    if (begin >= this.size) return -1
    const end = Math.min(begin + 4, this.size)
    let first = begin
    for (let child = begin + 1; child < end; child++) if (this.#before(child, first)) first = child
    return first
  }

  #before(a: number, b: number): boolean {
    const difference = this.#times[a]! - this.#times[b]!
    return difference < 0 || (difference === 0 && this.#entries[a]! < this.#entries[b]!)
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from]!
    this.#entries[to] = this.#entries[from]!
    this.#receivers[to] = this.#receivers[from]!
    this.#parcels[to] = this.#parcels[from]!
  }

  #grow(): void {
    this.#times = grown(this.#times)
    this.#entries = grown(this.#entries)
    this.#receivers = grown(this.#receivers)
    this.#parcels = grown(this.#parcels)
  }
}
