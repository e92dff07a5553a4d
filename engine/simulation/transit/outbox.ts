import { grown } from '../../typed-arrays.ts'

/** Small arrays stand in the heap of JavaScript, where making them costs next to nothing. */
const initialRoom = 16

/** Arrays outside it cost so much to make that the first ones are made large enough for most events. */
const largerRoom = 128

/**
 * What one computation event sends, or several. Message i leaves `senders[i]` on its slot `slots[i]` and holds the
 * contents `payloads[i]`. It goes to `receivers[i]`, who knows the channel by the number `mirrors[i]`, and arrives at
 * `arrivals[i]`. While it is in transit, the word `parcels[i]` stands for it.
 *
 * Handlers fill the first three arrays, the network the next two, then come the delays; at last all messages enter the
 * queue at once. In this way each step is a tight loop over arrays, and what exists in many kinds (networks, delays,
 * queues) is called once for many messages.
 */
export class Outbox {
  length = 0
  /** So many messages, the first ones, have been counted; and of so many the receivers are known. */
  counted = 0
  routed = 0
  senders = new Uint32Array(initialRoom)
  slots = new Uint32Array(initialRoom)
  payloads = new Uint32Array(initialRoom)
  receivers = new Uint32Array(initialRoom)
  mirrors = new Uint32Array(initialRoom)
  /** When each message was sent. Filled only for messages that get their delays later, together with others. */
  departures = new Float64Array(initialRoom)
  arrivals = new Float64Array(initialRoom)
  parcels = new Uint32Array(initialRoom)

  /** Adds a message that leaves on one slot. */
  add(sender: number, slot: number, payload: number): void {
    const { length } = this
    if (length === this.slots.length) this.reserve(1)
    this.senders[length] = sender
    this.slots[length] = slot
    this.payloads[length] = payload
    this.length = length + 1
  }

  /** Adds what is ready to enter a queue. There must be room. */
  addParcel(time: number, receiver: number, parcel: number): void {
    const { length } = this
    this.arrivals[length] = time
    this.receivers[length] = receiver
    this.parcels[length] = parcel
    this.length = length + 1
  }

  /** Makes room for `count` messages more. */
  reserve(count: number): void {
    let room = this.slots.length
    while (this.length + count > room) room = Math.max(largerRoom, 2 * room)
    if (room === this.slots.length) return
    this.senders = grown(this.senders, room)
    this.slots = grown(this.slots, room)
    this.payloads = grown(this.payloads, room)
    this.receivers = grown(this.receivers, room)
    this.mirrors = grown(this.mirrors, room)
    this.departures = grown(this.departures, room)
    this.arrivals = grown(this.arrivals, room)
    this.parcels = grown(this.parcels, room)
  }

  clear(): void {
    this.length = 0
    this.counted = 0
    this.routed = 0
  }
}
