import type { Delays } from '../../timing/delay-model.ts'
import type { Machine } from '../machine/machine.ts'
import type { EventQueue } from '../queues/event-queue.ts'
import { after } from './after.ts'
import { Waits } from './waits.ts'

/** Delays are drawn for several events together only if about so many events happen before any of the messages arrives. */
const worthwhile = 128

/**
 * Gives the messages in the outbox their delays, and with them their times of arrival.
 *
 * This happens event by event, or for many events together, which is faster. Together is possible if the delays do not
 * depend on what happens, and if a bound below the next delays is known (`Delays.foresee`): nothing sent from now on
 * arrives before that bound is over. Until then the messages may stay in the outbox without any delay, and only the time
 * at which each was sent is noted.
 */
export class Departures {
  /** No message in the outbox arrives before this time. */
  earliest = Number.POSITIVE_INFINITY
  /** The largest delay so far, and when the last of all messages arrives. */
  delayMax = 0
  latest = 0
  /** How many arrivals of this moment have left the queue and wait to be processed, for the loop to set. */
  waiting = 0
  readonly #machine: Machine
  readonly #delays: Delays
  readonly #queue: EventQueue
  readonly #waits: Waits | null
  /** Whether when a message arrives depends on where it goes. */
  readonly #receiversMatter: boolean
  /** Whether delays may be drawn for several events together, and whether that is done for what is in the outbox. */
  readonly #mayPostpone: boolean
  #postpones = false
  /** How many messages may be in the outbox after an event: in general, and now, where a bound holds for so many. */
  readonly #room: number
  #roomNow: number
  /** So many messages in the outbox, the first ones, have been dealt with. */
  #departed = 0

  /** The outbox is full when it holds `room` messages or more. */
  constructor(machine: Machine, delays: Delays, queue: EventQueue, fifo: boolean, room: number) {
    this.#machine = machine
    this.#delays = delays
    this.#queue = queue
    this.#waits = Waits.of(machine, delays.steps, fifo)
    this.#receiversMatter = delays.eventByEvent || delays.steps !== null
    this.#mayPostpone = room > 1 && !delays.eventByEvent && this.#waits === null
    this.#room = room
    this.#roomNow = room
  }

  /** Deals with what the event at this moment has sent. Returns whether the outbox is full. */
  add(): boolean {
    const { length } = this.#machine.outbox
    if (length > this.#departed) {
      if (this.#departed === 0) this.#lookAhead()
      if (this.#postpones) this.#postpone()
      else this.#depart()
    }
    return length >= this.#roomNow
  }

  /** Gives delays to all messages in the outbox that have none yet. The outbox is about to be emptied. */
  complete(): void {
    if (this.#postpones) this.#departTogether()
    this.#departed = 0
    this.earliest = Number.POSITIVE_INFINITY
    this.#postpones = false
    this.#roomNow = this.#room
  }

  /** Finds out whether the messages that come next into the outbox, which is empty, may get their delays together. */
  #lookAhead(): void {
    if (!this.#mayPostpone) return
    const foreseen = this.#delays.foresee()
    const { least } = this.#delays
    if (foreseen === 0 || (this.#queue.size + this.waiting) * least < worthwhile) return
    this.#postpones = true
    this.#roomNow = Math.min(this.#room, foreseen)
    this.earliest = this.#machine.now + least
  }

  /** Gives what was sent now its times of arrival. */
  #depart(): void {
    const { outbox, now } = this.#machine
    if (this.#receiversMatter) this.#machine.route()
    const { slots, arrivals, length } = outbox
    const begin = this.#departed
    this.#departed = length
    this.#delays.draw(slots, begin, length, arrivals)
    let { delayMax, earliest, latest } = this
    if (this.#waits !== null) {
      delayMax = Math.max(delayMax, this.#waits.arrive(outbox, begin, now))
      for (let i = begin; i < length; i++) {
        const arrival = arrivals[i]!
        if (arrival < earliest) earliest = arrival
        if (arrival > latest) latest = arrival
      }
    } else
      for (let i = begin; i < length; i++) {
        const delay = arrivals[i]!
        const arrival = after(now, delay)
        if (delay > delayMax) delayMax = delay
        if (arrival < earliest) earliest = arrival
        if (arrival > latest) latest = arrival
        arrivals[i] = arrival
      }
    this.delayMax = delayMax
    this.earliest = earliest
    this.latest = latest
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
    let { delayMax, latest } = this
    for (let i = 0; i < length; i++) {
      const delay = arrivals[i]!
      const arrival = after(departures[i]!, delay)
      if (delay > delayMax) delayMax = delay
      if (arrival > latest) latest = arrival
      arrivals[i] = arrival
    }
    this.delayMax = delayMax
    this.latest = latest
  }
}
