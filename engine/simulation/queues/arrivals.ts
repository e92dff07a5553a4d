import type { Graph } from '../../topology/graph.ts'
import { grown } from '../../typed-arrays.ts'
import type { Absorber } from '../transit/absorber.ts'
import { isIn } from '../transit/index-set.ts'
import type { Outbox } from '../transit/outbox.ts'
import { isMessage, type Parcels } from '../transit/parcels.ts'
import type { EventRecords } from './event-records.ts'
import { type BySlot, insertFew, insertionSort, radixSort } from './sort-by-slot.ts'

/**
 * What arrives at one instant, to be put in the order in which the model processes it: by processor, at each processor
 * by channel, and on each channel in the order of sending.
 */
export class Arrivals implements BySlot {
  /** Before sorting, the receiver's numbers for the channels; after it, the receiver's slots. */
  slots: Uint32Array
  receivers: Uint32Array
  payloads: Uint32Array
  length = 0
  readonly #spare: BySlot
  readonly #graph: Graph
  readonly #parcels: Parcels

  /** There is room for `expected` messages before anything grows; memory that is not used costs nothing. */
  constructor({ graph, parcels }: { graph: Graph; parcels: Parcels }, expected = 0) {
    this.#graph = graph
    this.#parcels = parcels
    const room = Math.max(256, expected)
    this.slots = new Uint32Array(room)
    this.receivers = new Uint32Array(room)
    this.payloads = new Uint32Array(room)
    this.#spare = {
      slots: new Uint32Array(room),
      receivers: new Uint32Array(room),
      payloads: new Uint32Array(room),
    }
  }

  add(receiver: number, channel: number, payload: number): void {
    if (this.length === this.slots.length) this.#grow()
    this.slots[this.length] = channel
    this.receivers[this.length] = receiver
    this.payloads[this.length++] = payload
  }

  /** Adds an event that has left a queue. */
  addEvent(events: EventRecords, event: number): void {
    this.addEvents(events, event, event + 1)
  }

  /** Adds the events at `begin` to before `end`, which have left a queue. */
  addEvents({ words }: EventRecords, begin: number, end: number): void {
    while (this.length + end - begin > this.slots.length) this.#grow()
    const { slots, receivers, payloads } = this
    const parcels = this.#parcels
    let place = this.length
    for (let event = begin; event < end; event++) {
      receivers[place] = words[(event << 2) | 2]!
      const parcel = words[(event << 2) | 3]!
      if (isMessage(parcel)) {
        parcels.unpack(parcel)
        slots[place] = parcels.mirror
        payloads[place++] = parcels.payload
      } else {
        slots[place] = 0
        payloads[place++] = parcel
      }
    }
    this.length = place
  }

  /** Adds the messages of an outbox; the absorber, if there is one, takes its share. */
  addAll(outbox: Outbox, absorber: Absorber | null): void {
    while (this.length + outbox.length > this.slots.length) this.#grow()
    if (absorber === null || absorber.idle) this.#addAll(outbox)
    else this.#addRunning(outbox, absorber)
  }

  #addAll({ mirrors, receivers, payloads, length }: Outbox): void {
    this.slots.set(mirrors.subarray(0, length), this.length)
    this.receivers.set(receivers.subarray(0, length), this.length)
    this.payloads.set(payloads.subarray(0, length), this.length)
    this.length += length
  }

  /** Adds those to processors that have not terminated. */
  #addRunning({ mirrors, receivers, payloads, length }: Outbox, absorber: Absorber): void {
    const { terminated } = absorber
    absorber.reserve(length)
    const { room: absorbed } = absorber
    const to = { slots: this.slots, receivers: this.receivers, payloads: this.payloads }
    let place = this.length
    let taken = 0
    for (let i = 0; i < length; i++) {
      const receiver = receivers[i]!
      const payload = payloads[i]!
      const done = isIn(terminated, receiver)
      absorbed[taken] = payload
      taken += done
      to.slots[place] = mirrors[i]!
      to.receivers[place] = receiver
      to.payloads[place] = payload
      place += 1 - done
    }
    this.length = place
    absorber.taken = taken
    absorber.takePayloads()
  }

  clear(): void {
    this.length = 0
  }

  /** Finds the slots and sorts by them. What is on equal slots stays in the order in which it was added. */
  sort(): void {
    const { slots, length } = this
    this.#graph.toSlots(this.receivers, slots, length)
    let largest = 0
    let descents = 0
    for (let i = 0; i < length; i++) {
      const slot = slots[i]!
      if (slot >= largest) largest = slot
      else descents++
    }
    if (descents === 0) return
    if (length < 64) insertionSort(this, length)
    else if (descents < 4) insertFew(this, length)
    else radixSort(this, this.#spare, length, largest)
  }

  #grow(): void {
    this.slots = grown(this.slots)
    this.receivers = grown(this.receivers)
    this.payloads = grown(this.payloads)
    this.#spare.slots = new Uint32Array(this.slots.length)
    this.#spare.receivers = new Uint32Array(this.slots.length)
    this.#spare.payloads = new Uint32Array(this.slots.length)
  }
}
