import type { DelaySource } from '../timing/delay-model.ts'
import { arrayBySlot } from '../topology/array-by-slot.ts'
import { Arrivals } from './arrivals.ts'
import type { EventQueue } from './event-queue.ts'
import { type Machine, TERMINATED, WAKE_UP } from './machine.ts'
import { processTogether } from './process-together.ts'
import type { LoopEnd, Watch } from './watch.ts'

/**
 * A timed asynchronous execution: every message takes the delay that the source draws for it, and all messages that
 * reach a processor at one instant belong to one computation event.
 *
 * With `fifo`, a message arrives at the later of its own time and its predecessor's on the same channel, so no
 * delay exceeds the largest drawn.
 */
export class AsynchronousLoop {
  readonly #machine: Machine
  readonly #delays: DelaySource
  readonly #queue: EventQueue
  readonly #watch: Watch
  /** By slot, when the latest message sent on it arrives; null unless channels are first in, first out. */
  readonly #latest: Float64Array | null
  #now = 0
  #lastProcessed = 0
  #delayMax = 0

  constructor(machine: Machine, delays: DelaySource, queue: EventQueue, fifo: boolean, watch: Watch) {
    this.#machine = machine
    this.#delays = delays
    this.#queue = queue
    this.#watch = watch
    this.#latest = fifo ? arrayBySlot(machine.graph, 'FIFO channels') : null
  }

  run(): LoopEnd {
    const queue = this.#queue
    const watch = this.#watch
    const arrivals = new Arrivals()
    this.#wakeUp()
    while (!watch.stopped && queue.pop()) {
      const now = queue.time
      if (watch.exceeds(now, this.#machine.messages)) break
      this.#now = now
      if (queue.nextIsAt(now)) {
        this.#collect(arrivals)
        if (processTogether(this.#machine, now, arrivals, this.#endEvent, watch)) this.#lastProcessed = now
      } else this.#process()
    }
    return { lastProcessed: this.#lastProcessed, delayMax: this.#delayMax }
  }

  /** Later wake-ups enter the queue before any message, so that among equal times they come first. */
  #wakeUp(): void {
    const { graph, instance } = this.#machine
    const { wakeTimes } = instance
    for (let p = 0; p < graph.n; p++)
      if (wakeTimes[p]! > 0 && wakeTimes[p] !== Number.POSITIVE_INFINITY)
        this.#queue.push(wakeTimes[p]!, p, graph.firstSlot(p), WAKE_UP)
    for (let p = 0; p < graph.n; p++) {
      if (wakeTimes[p] !== 0) continue
      this.#machine.begin(p, 0)
      this.#machine.wake()
      this.#endEvent()
    }
  }

  /** The computation event of the one arrival that the queue has just given. */
  #process(): void {
    const machine = this.#machine
    const { receiver, slot, payload } = this.#queue
    if (payload === WAKE_UP) {
      machine.begin(receiver, this.#now)
      machine.wake()
    } else {
      this.#lastProcessed = this.#now
      // Most messages of a flood reach processors that have terminated; they cost no look at the network.
      if (machine.status[receiver] === TERMINATED) return machine.absorb(payload)
      machine.begin(receiver, this.#now)
      machine.receive(slot, payload)
    }
    this.#endEvent()
  }

  /** Takes all that arrives now out of the queue. */
  #collect(arrivals: Arrivals): void {
    const queue = this.#queue
    arrivals.clear()
    arrivals.add(queue.slot, queue.receiver, queue.payload)
    while (queue.nextIsAt(this.#now) && queue.pop()) arrivals.add(queue.slot, queue.receiver, queue.payload)
  }

  /** Puts what the event sent in transit. */
  readonly #endEvent = (): void => {
    const machine = this.#machine
    if (machine.outboxLength > 0) {
      machine.count()
      this.#transmit()
      machine.outboxLength = 0
    }
    if (this.#watch.everyEvent) this.#watch.afterEvent(machine)
  }

  #transmit(): void {
    const { outboxSlots, outboxPayloads, outboxLength } = this.#machine
    const { receivers, mirrors } = this.#machine.route()
    const delays = this.#delays
    const latest = this.#latest
    const queue = this.#queue
    const now = this.#now
    let delayMax = this.#delayMax
    for (let i = 0; i < outboxLength; i++) {
      const slot = outboxSlots[i]!
      let delay = delays.draw(slot)
      let arrival = now + delay
      // A delay too small for the clock's precision still makes the receiver's time later than the sender's.
      if (!(arrival > now)) arrival = now + Math.max(Number.MIN_VALUE, now * 2 ** -52)
      if (latest !== null) {
        if (arrival < latest[slot]!) {
          arrival = latest[slot]!
          delay = arrival - now
        }
        latest[slot] = arrival
      }
      if (delay > delayMax) delayMax = delay
      queue.push(arrival, receivers[i]!, mirrors[i]!, outboxPayloads[i]!)
    }
    this.#delayMax = delayMax
  }
}
