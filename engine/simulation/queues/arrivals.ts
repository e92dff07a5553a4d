import type { Graph } from '../../topology/graph.ts'
import { grown } from '../../typed-arrays.ts'
import type { Absorber } from '../transit/absorber.ts'
import { isIn } from '../transit/index-set.ts'
import type { Outbox } from '../transit/outbox.ts'
import { isWakeUp, type Parcels, WAKE_UP } from '../transit/parcels.ts'
import type { EventRecords } from './event-records.ts'

/**
 * Messages that arrive at one instant, to be put in the order in which the model processes them: by processor,
 * at each processor by channel, on each channel in the order of sending.
 */
export class Arrivals {
  /** Until they are sorted, the receiver's number for the channel; then its slot, which orders by receiver and channel. */
  slots: Uint32Array
  receivers: Uint32Array
  payloads: Uint32Array
  length = 0
  #spareSlots: Uint32Array
  #spareReceivers: Uint32Array
  #sparePayloads: Uint32Array
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
    this.#spareSlots = new Uint32Array(room)
    this.#spareReceivers = new Uint32Array(room)
    this.#sparePayloads = new Uint32Array(room)
  }

  add(receiver: number, channel: number, payload: number): void {
    if (this.length === this.slots.length) this.#grow()
    this.slots[this.length] = channel
    this.receivers[this.length] = receiver
    this.payloads[this.length++] = payload
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

  addEvent({ words }: EventRecords, event: number): void {
    const receiver = words[(event << 2) | 2]!
    const parcel = words[(event << 2) | 3]!
    if (isWakeUp(parcel)) return this.add(receiver, 0, WAKE_UP)
    this.#parcels.unpack(parcel)
    this.add(receiver, this.#parcels.mirror, this.#parcels.payload)
  }

  clear(): void {
    this.length = 0
  }

  /** Finds the slots and sorts by them; what is on equal slots stays in the order of `add`. */
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
    if (length < 64) this.#insertionSort()
    else if (descents < 4) this.#insertFew()
    else
      for (let digit = 0; digit < 3 && largest >>> (digit * radixBits) > 0; digit++)
        this.#distribute(digit * radixBits)
  }

  #insertionSort(): void {
    const { slots, receivers, payloads, length } = this
    for (let i = 1; i < length; i++) {
      const slot = slots[i]!
      const receiver = receivers[i]!
      const payload = payloads[i]!
      let j = i - 1
      for (; j >= 0 && slots[j]! > slot; j--) {
        slots[j + 1] = slots[j]!
        receivers[j + 1] = receivers[j]!
        payloads[j + 1] = payloads[j]!
      }
      slots[j + 1] = slot
      receivers[j + 1] = receiver
      payloads[j + 1] = payload
    }
  }

  /** Moves the few that are out of order to their places, all between at a time. */
  #insertFew(): void {
    const { slots, length } = this
    for (let i = 1; i < length; i++) {
      if (slots[i]! >= slots[i - 1]!) continue
      const place = firstAbove(slots, i, slots[i]!)
      for (const array of [slots, this.receivers, this.payloads]) {
        const moved = array[i]!
        array.copyWithin(place + 1, place, i)
        array[place] = moved
      }
    }
  }

  /** One stable pass of a radix sort, by the digit of the slot that starts at bit `shift`. */
  #distribute(shift: number): void {
    const { slots, receivers, payloads, length } = this
    const starts = new Uint32Array(radix + 1)
    for (let i = 0; i < length; i++) starts[((slots[i]! >>> shift) & (radix - 1)) + 1]!++
    for (let digit = 0; digit < radix; digit++) starts[digit + 1]! += starts[digit]!
    for (let i = 0; i < length; i++) {
      const place = starts[(slots[i]! >>> shift) & (radix - 1)]!++
      this.#spareSlots[place] = slots[i]!
      this.#spareReceivers[place] = receivers[i]!
      this.#sparePayloads[place] = payloads[i]!
    }
    this.slots = this.#spareSlots
    this.receivers = this.#spareReceivers
    this.payloads = this.#sparePayloads
    this.#spareSlots = slots
    this.#spareReceivers = receivers
    this.#sparePayloads = payloads
  }

  #grow(): void {
    this.slots = grown(this.slots)
    this.receivers = grown(this.receivers)
    this.payloads = grown(this.payloads)
    this.#spareSlots = new Uint32Array(this.slots.length)
    this.#spareReceivers = new Uint32Array(this.slots.length)
    this.#sparePayloads = new Uint32Array(this.slots.length)
  }
}

/** The first of `length` ascending values that is above a limit that the last of them is above. */
function firstAbove(ascending: Uint32Array, length: number, limit: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ascending[middle]! > limit) high = middle
    else low = middle + 1
  }
  return low
}

const radixBits = 11
const radix = 1 << radixBits
