import { InputError } from '../../errors.ts'
import type { Delays } from '../../timing/delay-model.ts'
import { arrayBySlot } from '../../topology/array-by-slot.ts'
import type { Machine } from '../machine/machine.ts'
import type { LoopEnd, Watch } from '../machine/watch.ts'
import { Absorber } from '../queues/absorber.ts'
import { Arrivals } from '../queues/arrivals.ts'
import type { EventQueue } from '../queues/event-queue.ts'
import { isWakeUp, WAKE_UP } from '../transit/letters.ts'
import { processTogether } from './process-together.ts'

/** How many events ahead the loop has memory read, and from how many processors on that pays: beyond the caches. */
const [lookAhead, manyProcessors] = [64, 2 ** 15] as const

/** So many events at the least should happen before anything sent arrives, for delays to be drawn together. */
const worthwhile = 128

/**
 * A timed asynchronous execution: every message takes the delay that the source draws for it, and all messages that
 * reach a processor at one instant belong to one computation event.
 *
 * With `fifo`, a message arrives at the later of its own time and its predecessor's on the same channel, so no
 * delay exceeds the largest drawn.
 */
export class AsynchronousLoop {
  readonly #machine: Machine
  readonly #delays: Delays
  readonly #queue: EventQueue
  readonly #watch: Watch
  /** By slot, when the latest message sent on it arrives; null unless channels are first in, first out. */
  readonly #latestOnSlot: Float64Array | null
  readonly #upcoming = new Uint32Array(lookAhead)
  /** Null where every message must be processed: there is an end of time, or someone looks on. */
  readonly #absorber: Absorber | null
  /** Whether when a message arrives depends on where it goes. */
  readonly #receiversMatter: boolean
  /** So many messages at the most, or little more, wait to be put in transit together; one event's if someone must see it. */
  readonly #together: number
  /** The same for what is in the outbox now: no more than what is known of the delays holds for. */
  #limit: number
  #lastProcessed = 0
  #delayMax = 0
  /** When the last of all messages arrives. */
  #latest = 0
  /** Whether the delays of several events' messages may be drawn together, and whether that is done for what is in the outbox. */
  readonly #mayPostpone: boolean
  #postpones = false
  /** The first of the outbox's messages so many have departed, and none of these arrives before this time. */
  #departed = 0
  #earliest = Number.POSITIVE_INFINITY

  constructor(machine: Machine, delays: Delays, queue: EventQueue, fifo: boolean, watch: Watch) {
    this.#machine = machine
    this.#delays = delays
    this.#queue = queue
    this.#watch = watch
    this.#together = machine.observer === null && !delays.eventByEvent ? 1024 : 1
    this.#limit = this.#together
    this.#receiversMatter = delays.eventByEvent || delays.steps !== null
    const absorbs = watch.endless && machine.observer === null && !queue.takesAll
    this.#absorber = absorbs ? new Absorber(machine) : null
    queue.absorber = this.#absorber
    if (delays.steps !== null) assertWakesAtZero(machine)
    this.#latestOnSlot = fifo ? arrayBySlot(machine.graph, 'FIFO channels') : null
    this.#mayPostpone = this.#together > 1 && !this.#receiversMatter && !fifo
  }

  run(): LoopEnd {
    const queue = this.#queue
    const machine = this.#machine
    const watch = this.#watch
    let arrivals: Arrivals | null = null
    const looksAhead = machine.graph.n >= manyProcessors
    const endEvent = () => this.#endEvent()
    let seenAhead = 0
    this.#wakeUp()
    while (!watch.stopped) {
      // Until the first of what was sent arrives, it need not be in the queue.
      if (queue.nextTime >= this.#earliest) this.#transmit()
      const event = queue.pop()
      if (event < 0) break
      const now = queue.events.times[event << 1]!
      if (watch.exceeds(now, machine.messages)) break
      machine.now = now
      if (looksAhead && seenAhead-- === 0) {
        seenAhead = queue.upcoming(this.#upcoming)
        machine.touch(this.#upcoming, seenAhead)
      }
      if (queue.nextTime === now) {
        arrivals ??= new Arrivals(machine)
        arrivals.clear()
        arrivals.addEvent(queue.events, event)
        queue.popAll(now, arrivals)
        if (processTogether(machine, arrivals, endEvent, watch)) this.#lastProcessed = now
      } else this.#process(event)
    }
    if (machine.outbox.length > 0) this.#transmit()
    const scales = !this.#delays.bounded && this.#delayMax > 0
    return {
      lastProcessed: watch.processedBy(this.#lastProcessed, this.#latest, machine.messages),
      delayMax: this.#delayMax,
      timeUnit: scales ? this.#delayMax : 1,
    }
  }

  /** Later wake-ups enter the queue before any message, so that among equal times they come first. */
  #wakeUp(): void {
    const { graph, instance, outbox } = this.#machine
    const { wakeTimes } = instance
    for (let p = 0; p < graph.n; p++) {
      if (wakeTimes[p] === 0 || wakeTimes[p] === Number.POSITIVE_INFINITY) continue
      outbox.receivers[0] = p
      outbox.letters[0] = WAKE_UP
      outbox.arrivals[0] = wakeTimes[p]!
      outbox.length = 1
      this.#queue.enter(outbox)
    }
    outbox.clear()
    for (let p = 0; p < graph.n; p++) {
      if (wakeTimes[p] === 0) this.#wake(p)
    }
    this.#transmit()
  }

  /** The computation event of the one arrival that the queue has just given. */
  #process(event: number): void {
    const machine = this.#machine
    const { words } = this.#queue.events
    const receiver = words[(event << 2) | 2]!
    const letter = words[(event << 2) | 3]!
    if (isWakeUp(letter)) return this.#wake(receiver)
    this.#lastProcessed = machine.now
    const { letters } = machine
    letters.open(letter)
    const { mirror, payload } = letters
    // Most messages of a flood reach processors that have terminated; they cost no look at the network.
    if (machine.terminated(receiver) && machine.observer === null) return machine.payloads.drop(payload)
    machine.begin(receiver)
    machine.receive(mirror, payload)
    this.#endEvent()
  }

  #wake(processor: number): void {
    this.#machine.begin(processor)
    this.#machine.wake()
    this.#endEvent()
  }

  #endEvent(): void {
    const machine = this.#machine
    machine.count()
    if (machine.outbox.length > this.#departed) {
      if (this.#departed === 0) this.#lookAhead()
      if (this.#postpones) this.#postpone()
      else this.#depart()
    }
    if (machine.outbox.length >= this.#limit) this.#transmit()
    if (this.#watch.everyEvent) this.#watch.afterEvent(machine)
    machine.observer?.ends(machine.terminated(machine.current))
  }

  /** Puts what was sent in transit. */
  #transmit(): void {
    const machine = this.#machine
    const { outbox } = machine
    if (this.#postpones) this.#departTogether()
    machine.route()
    machine.showSends()
    if (outbox.length > 0) {
      machine.letters.seal(outbox)
      this.#queue.enter(outbox)
    }
    outbox.clear()
    this.#departed = 0
    this.#earliest = Number.POSITIVE_INFINITY
    this.#postpones = false
    this.#limit = this.#together
  }

  /**
   * Of the next messages sent, none arrives before the least of their delays is over. If many events happen before, the
   * delays are given to them all together, which is faster.
   */
  #lookAhead(): void {
    if (!this.#mayPostpone) return
    const foreseen = this.#delays.foresee()
    const { least } = this.#delays
    if (foreseen === 0 || this.#queue.size * least < worthwhile) return
    this.#postpones = true
    this.#limit = Math.min(this.#together, foreseen)
    this.#earliest = this.#machine.now + least
  }

  /** Gives what was sent now its times of arrival. */
  #depart(): void {
    const { outbox, now } = this.#machine
    if (this.#receiversMatter) this.#machine.route()
    const { slots, arrivals, length } = outbox
    const begin = this.#departed
    this.#departed = length
    this.#delays.draw(slots, begin, length, arrivals)
    if (this.#delays.steps !== null || this.#latestOnSlot !== null) return this.#wait(begin)
    let delayMax = this.#delayMax
    let earliest = this.#earliest
    let latest = this.#latest
    for (let i = begin; i < length; i++) {
      const delay = arrivals[i]!
      const arrival = after(now, delay)
      if (delay > delayMax) delayMax = delay
      if (arrival < earliest) earliest = arrival
      if (arrival > latest) latest = arrival
      arrivals[i] = arrival
    }
    this.#delayMax = delayMax
    this.#earliest = earliest
    this.#latest = latest
  }

  /** Notes when that was sent which is sent now. */
  #postpone(): void {
    const { outbox, now } = this.#machine
    const { departures, length } = outbox
    for (let i = this.#departed; i < length; i++) departures[i] = now
    this.#departed = length
  }

  /** Gives all in the outbox their times of arrival. */
  #departTogether(): void {
    const { slots, departures, arrivals, length } = this.#machine.outbox
    this.#delays.draw(slots, 0, length, arrivals)
    let delayMax = this.#delayMax
    let latest = this.#latest
    for (let i = 0; i < length; i++) {
      const delay = arrivals[i]!
      const arrival = after(departures[i]!, delay)
      if (delay > delayMax) delayMax = delay
      if (arrival > latest) latest = arrival
      arrivals[i] = arrival
    }
    this.#delayMax = delayMax
    this.#latest = latest
  }

  /** What `depart` does where messages from number `begin` on wait for a step of the receiver, or for those sent before. */
  #wait(begin: number): void {
    const { outbox, now } = this.#machine
    const { slots, receivers, arrivals, length } = outbox
    const { steps } = this.#delays
    const latest = this.#latestOnSlot
    for (let i = begin; i < length; i++) {
      let delay = arrivals[i]!
      let arrival = after(now, delay)
      if (steps !== null) {
        arrival = steps.next(receivers[i]!, arrival)
        delay = arrival - now
      }
      if (latest !== null) {
        const slot = slots[i]!
        if (arrival < latest[slot]!) {
          arrival = latest[slot]!
          delay = arrival - now
        }
        latest[slot] = arrival
      }
      this.#delayMax = Math.max(this.#delayMax, delay)
      this.#earliest = Math.min(this.#earliest, arrival)
      this.#latest = Math.max(this.#latest, arrival)
      arrivals[i] = arrival
    }
  }
}

/** A delay too small for the clock's precision still makes the receiver's time later than the sender's. */
function after(now: number, delay: number): number {
  const arrival = now + delay
  return arrival > now ? arrival : now + Math.max(Number.MIN_VALUE, now * 2 ** -52)
}

/** A processor that wakes between two of its steps would process there what waits for the later one. */
function assertWakesAtZero({ instance: { wakeTimes } }: Machine): void {
  const late = Array.prototype.findIndex.call(
    wakeTimes,
    (time) => time > 0 && time !== Number.POSITIVE_INFINITY,
  )
  if (late >= 0)
    throw new InputError(
      `with delays that wait for steps, who wakes by itself must do so at time 0; p_${late} wakes at ${wakeTimes[late]}`,
    )
}
