import type { DelaySource } from '../timing/delay-model.ts'
import { Arrivals } from './arrivals.ts'
import type { EventQueue } from './event-queue.ts'
import { type Machine, WAKE_UP } from './machine.ts'
import type { LoopEnd, Watch } from './watch.ts'

/**
 * A timed asynchronous execution: every message takes the delay that the source draws for it, and all messages
 * that reach a processor at one instant belong to one computation event.
 *
 * With `fifo`, a message arrives at the later of its own time and its predecessor's on the same channel, so no
 * delay exceeds the largest drawn.
 */
export function runAsynchronously(
  machine: Machine,
  delays: DelaySource,
  queue: EventQueue,
  fifo: boolean,
  watch: Watch,
): LoopEnd {
  const { graph } = machine
  const { offsets, neighbors, mirrors } = graph
  const latest = fifo ? new Float64Array(neighbors.length) : null
  const arrivals = new Arrivals()
  let now = 0
  let lastProcessed = 0
  let delayMax = 0

  /** Puts what the event sent in transit. */
  const endEvent = (): void => {
    machine.count()
    const { outboxSlots, outboxPayloads, outboxLength } = machine
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
      const receiver = neighbors[slot]!
      queue.push(arrival, receiver, mirrors[slot]! - offsets[receiver]!, outboxPayloads[i]!)
    }
    machine.outboxLength = 0
    watch.afterEvent(machine)
  }

  // Later wake-ups enter the queue before any message, so that among equal times they come first.
  const { wakeTimes } = machine.instance
  for (let p = 0; p < graph.n; p++)
    if (wakeTimes[p]! > 0 && wakeTimes[p] !== Number.POSITIVE_INFINITY)
      queue.push(wakeTimes[p]!, p, 0, WAKE_UP)
  for (let p = 0; p < graph.n; p++) {
    if (wakeTimes[p] !== 0) continue
    machine.begin(p, 0)
    machine.wake()
    endEvent()
  }

  while (!watch.stopped && queue.pop()) {
    now = queue.time
    watch.at(now, machine)
    if (watch.stopped) break
    if (!queue.nextIsAt(now)) {
      machine.begin(queue.receiver, now)
      if (queue.payload === WAKE_UP) machine.wake()
      else {
        machine.receive(queue.channel, queue.payload)
        lastProcessed = now
      }
      endEvent()
      continue
    }
    arrivals.clear()
    arrivals.add(offsets[queue.receiver]! + queue.channel, queue.receiver, queue.payload)
    while (queue.nextIsAt(now) && queue.pop())
      arrivals.add(offsets[queue.receiver]! + queue.channel, queue.receiver, queue.payload)
    if (processTogether(machine, now, arrivals, endEvent, watch)) lastProcessed = now
  }
  return { lastProcessed, delayMax, inTransit: queue.size + machine.outboxLength }
}

/** One computation event for each processor that something reached; whether any of it was a message. */
export function processTogether(
  machine: Machine,
  now: number,
  arrivals: Arrivals,
  endEvent: () => void,
  watch: Watch,
): boolean {
  arrivals.sort()
  const { slots, receivers, payloads, length } = arrivals
  const { offsets } = machine.graph
  let anyMessage = false
  for (let i = 0; i < length && !watch.stopped; ) {
    const receiver = receivers[i]!
    const first = offsets[receiver]!
    machine.begin(receiver, now)
    for (; i < length && receivers[i] === receiver; i++) {
      if (payloads[i] === WAKE_UP) machine.wake()
      else {
        machine.receive(slots[i]! - first, payloads[i]!)
        anyMessage = true
      }
    }
    endEvent()
  }
  return anyMessage
}
