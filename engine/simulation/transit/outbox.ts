import { grown } from '../../typed-arrays.ts'

/**
 * What one computation event sends, or several: message i leaves `senders[i]` on its slot `slots[i]` with the contents
 * `payloads[i]`, goes to `receivers[i]`, who knows the channel by the number `mirrors[i]`, arrives at `arrivals[i]`, and
 * is in transit as `letters[i]`.
 *
 * The machine fills the first three, the network the next two, then come the delays; and all enter the queue at once.
 * Whatever is done per message is a tight loop over arrays, and what can be of many kinds is called once per event.
 */
export class Outbox {
  length = 0
  /** The first so many messages have been counted, and so many have their receivers. */
  counted = 0
  routed = 0
  senders = new Uint32Array(64)
  slots = new Uint32Array(64)
  payloads = new Uint32Array(64)
  receivers = new Uint32Array(64)
  mirrors = new Uint32Array(64)
  /** When they were sent, as long as that is needed. */
  departures = new Float64Array(64)
  arrivals = new Float64Array(64)
  letters = new Uint32Array(64)

  /** Adds a message that leaves on one slot. */
  add(sender: number, slot: number, payload: number): void {
    const { length } = this
    if (length === this.slots.length) this.reserve(1)
    this.senders[length] = sender
    this.slots[length] = slot
    this.payloads[length] = payload
    this.length = length + 1
  }

  /** Makes room for `count` messages more. */
  reserve(count: number): void {
    while (this.length + count > this.slots.length) {
      this.senders = grown(this.senders)
      this.slots = grown(this.slots)
      this.payloads = grown(this.payloads)
      this.receivers = grown(this.receivers)
      this.mirrors = grown(this.mirrors)
      this.departures = grown(this.departures)
      this.arrivals = grown(this.arrivals)
      this.letters = grown(this.letters)
    }
  }

  clear(): void {
    this.length = 0
    this.counted = 0
    this.routed = 0
  }
}
