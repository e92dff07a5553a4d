import type { Delays } from '../../timing/delay-model.ts'
import type { Machine } from '../machine/machine.ts'
import type { LoopEnd } from '../machine/measures.ts'
import { isDue, serve } from '../machine/serve.ts'
import { showSends } from '../machine/show-sends.ts'
import { transmittedIn } from '../machine/tallies.ts'
import type { Watch } from '../machine/watch.ts'
import { Arrivals } from '../queues/arrivals.ts'
import type { EventQueue } from '../queues/event-queue.ts'
import { Outbox } from '../transit/outbox.ts'
import { INVOCATION, isMessage, isWakeUp, WAKE_UP } from '../transit/parcels.ts'
import { absorberFor } from './absorber-for.ts'
import { Departures } from './departures.ts'
import { processTogether } from './process-together.ts'
import { ReadAhead } from './read-ahead.ts'

/** About how many messages enter the queue together. */
const batch = 1024

/**
 * A timed asynchronous execution: every message takes the delay that it gets from `delays`, and all messages that reach
 * a processor at one instant belong to one computation event.
 *
 * Messages do not enter the queue one by one. They gather in the outbox until it is full, or until the first of them
 * might arrive before the next event in the queue.
 */
export class AsynchronousLoop {
  readonly #machine: Machine
  readonly #delays: Delays
  readonly #queue: EventQueue
  readonly #watch: Watch
  readonly #departures: Departures
  /** Invocations, timers and recoveries on their way into the queue; null if there are none. */
  readonly #due: Outbox | null
  /** When the last message was processed. */
  #lastProcessed = 0

  constructor(machine: Machine, delays: Delays, queue: EventQueue, fifo: boolean, watch: Watch) {
    this.#machine = machine
    this.#delays = delays
    this.#queue = queue
    this.#watch = watch
    const { clients, timers, failures } = machine
    this.#due = clients || timers || failures?.plan.hasOutages ? new Outbox() : null
    // Who must know about each message before the next event happens gets the messages event by event.
    const room = machine.observer === null && !delays.eventByEvent ? batch : 1
    this.#departures = new Departures(machine, delays, queue, fifo, room)
    queue.absorber = queue.takesAll ? null : absorberFor(machine, watch)
  }

  run(): LoopEnd {
    const queue = this.#queue
    const machine = this.#machine
    const watch = this.#watch
    const departures = this.#departures
    const readAhead = ReadAhead.of(machine, queue)
    const endEvent = () => this.#endEvent()
    let arrivals: Arrivals | null = null
    this.#wakeUp()
    while (!watch.stopped && !watch.isOver(machine)) {
      if (queue.nextTime >= departures.earliest) this.#transmit()
      const event = queue.pop()
      if (event < 0) break
      const now = queue.events.times[event << 1]!
      if (watch.exceeds(now, transmittedIn(machine))) break
      machine.now = now
      readAhead?.beforeEvent()
      if (queue.nextTime === now) {
        arrivals ??= new Arrivals(machine)
        arrivals.clear()
        arrivals.addEvent(queue.events, event)
        queue.popAll(now, arrivals)
        machine.failures?.filter(arrivals, machine)
        departures.waiting = arrivals.length
        if (processTogether(machine, arrivals, endEvent, watch)) this.#lastProcessed = now
        departures.waiting = 0
      } else this.#process(event)
    }
    if (machine.outbox.length > 0) this.#transmit()
    return this.#end()
  }

  #end(): LoopEnd {
    const { delayMax, latest } = this.#departures
    const scales = !this.#delays.bounded && delayMax > 0
    return {
      // Nothing processes what crashed processors should have.
      lastProcessed:
        this.#machine.failures === null
          ? this.#watch.processedBy(this.#lastProcessed, latest, this.#machine.messages)
          : this.#lastProcessed,
      delayMax,
      timeUnit: scales ? delayMax : 1,
    }
  }

  /** Later wake-ups enter the queue before any message, so that among equal times they come first. */
  #wakeUp(): void {
    const { graph, instance, outbox, clients } = this.#machine
    const { wakeTimes } = instance
    for (let p = 0; p < graph.n; p++) {
      if (wakeTimes[p] === 0 || wakeTimes[p] === Number.POSITIVE_INFINITY) continue
      outbox.addParcel(wakeTimes[p]!, p, WAKE_UP)
      this.#queue.enter(outbox)
      outbox.clear()
    }
    for (let p = 0; p < graph.n; p++) {
      if (this.#watch.stopped) break
      if (wakeTimes[p] === 0) this.#wake(p)
      else if (clients?.times[p] === 0) this.#invoke(p)
      else this.#enterDue(p)
    }
    this.#transmit()
  }

  /** The computation event of the one arrival that the queue has just given. */
  #process(event: number): void {
    const machine = this.#machine
    const { words } = this.#queue.events
    const receiver = words[(event << 2) | 2]!
    const parcel = words[(event << 2) | 3]!
    if (machine.failures?.isDown(receiver, machine.now)) return this.#drop(parcel)
    if (!isMessage(parcel)) return isWakeUp(parcel) ? this.#wake(receiver) : this.#invoke(receiver)
    this.#lastProcessed = machine.now
    const { parcels } = machine
    parcels.unpack(parcel)
    const { mirror, payload } = parcels
    // Most messages of a flood reach processors that have terminated; they cost no look at the network.
    if (machine.terminated(receiver) && machine.observer === null) return machine.payloads.drop(payload)
    machine.begin(receiver)
    machine.receive(mirror, payload)
    this.#endEvent()
  }

  /** What arrives at a crashed processor is gone. */
  #drop(parcel: number): void {
    const { parcels, payloads } = this.#machine
    if (!isMessage(parcel)) return
    parcels.unpack(parcel)
    payloads.drop(parcels.payload)
  }

  #wake(processor: number): void {
    this.#machine.begin(processor)
    this.#machine.wake()
    this.#endEvent()
  }

  /** An event in which nothing happens but that the processor is asked for an operation, at its end. */
  #invoke(processor: number): void {
    if (!isDue(this.#machine, processor)) return
    this.#machine.begin(processor)
    this.#endEvent()
  }

  #endEvent(): void {
    const machine = this.#machine
    if (this.#due !== null) serve(machine)
    machine.count()
    this.#enterDue(machine.current)
    if (this.#departures.add()) this.#transmit()
    if (this.#watch.checksSafety) this.#watch.afterEvent(machine)
    machine.observer?.ends(machine.terminated(machine.current))
  }

  /** What a processor is to be asked for later enters the queue, and when it comes back if it has crashed. */
  #enterDue(processor: number): void {
    const { clients, timers, failures } = this.#machine
    const due = this.#due
    if (due === null) return
    const back = failures?.takeBack() ?? Number.POSITIVE_INFINITY
    if (back < Number.POSITIVE_INFINITY) due.addParcel(back, processor, INVOCATION)
    if (clients?.isNew(processor)) due.addParcel(clients.times[processor]!, processor, INVOCATION)
    if (timers !== null) {
      due.reserve(timers.fresh.length)
      for (const time of timers.fresh) due.addParcel(time, processor, INVOCATION)
      timers.fresh.length = 0
    }
    if (due.length === 0) return
    this.#queue.enter(due)
    due.clear()
  }

  /** Puts what is in the outbox in transit. */
  #transmit(): void {
    const machine = this.#machine
    const { outbox } = machine
    this.#departures.complete()
    machine.route()
    showSends(machine)
    if (outbox.length > 0) {
      machine.parcels.pack(outbox)
      this.#queue.enter(outbox)
    }
    outbox.clear()
  }
}
