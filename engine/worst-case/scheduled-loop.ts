import type { AnyAlgorithm } from '../model/index.ts'
import type { Machine } from '../simulation/machine/machine.ts'
import { invoke } from '../simulation/machine/serve.ts'
import { LatestTime } from './latest-time.ts'
import { Peek } from './peek.ts'
import { Pool } from './pool.ts'
import type { Key, ScheduleView } from './schedule-view.ts'
import type { ScheduledEnd, StepTaker, Use, WakePlan } from './scheduled.ts'

/**
 * An execution in which an adversary decides, step by step, what happens next: a processor wakes by itself, or one
 * message in transit is processed. Where the algorithm offers a service, a processor may be asked for an operation instead.
 */
export class ScheduledLoop implements ScheduleView {
  readonly machine: Machine
  readonly slots: number
  readonly heard: Uint32Array
  readonly active: Uint8Array
  /** The processors that have had an event, in the order of their first. */
  readonly order: number[] = []
  readonly #pool: Pool
  readonly #key: Key
  readonly #peek: Peek
  readonly #step: StepTaker | null
  /** Asked after each step of a processor whether the execution is to end there. */
  ends: ((processor: number) => boolean) | null = null
  /** Those who use the processors; null if the algorithm offers no service. */
  use: Use | null = null
  #ended = false
  readonly #initiates: Uint8Array
  readonly #time = new LatestTime()
  #lastProcessed = 0
  #depth = 0
  #processed = 0

  constructor(algorithm: AnyAlgorithm, machine: Machine, key: Key, step: StepTaker | null = null) {
    const { n, m } = machine.graph
    this.machine = machine
    this.slots = 2 * m
    this.heard = new Uint32Array(n)
    this.active = new Uint8Array(n)
    this.#initiates = new Uint8Array(n)
    this.#pool = new Pool(2 * m, algorithm.requires.fifo === true)
    this.#key = key
    this.#peek = new Peek(algorithm, machine)
    this.#step = step
  }

  slotOf(message: number): number {
    return this.#pool.slots[message]!
  }

  turnOf(message: number): number {
    return this.#pool.turns[message]!
  }

  /** By slot: how many messages were sent over it. */
  get sentOver(): Uint32Array {
    return this.#pool.sentOver
  }

  receiverOf(message: number): number {
    return this.#pool.receivers[message]!
  }

  depthOf(message: number): number {
    return this.#pool.depths[message]!
  }

  sendsUpon(message: number): number {
    const receiver = this.receiverOf(message)
    const events = this.heard[receiver]! + (this.machine.asleep(receiver) ? 0 : 1)
    return this.#peek.sends(message, receiver, this.slotOf(message), this.#pool.payloads[message]!, events)
  }

  /** Runs until nothing is in transit and no initiator is left, or more than `messagesMax` messages were sent. */
  run({ initiators, when }: WakePlan, messagesMax: number): ScheduledEnd {
    const { machine } = this
    const pool = this.#pool
    for (let i = 0; i < initiators.length && !this.#ended; i++) {
      this.#initiates[initiators[i]!] = 1
      if (when === 'at zero' || i === 0) this.#begin(initiators[i]!)
      else if (when === 'at once') this.#wake(initiators[i]!)
    }
    let next = 0
    while (machine.messages <= messagesMax && !this.#ended) {
      const asked = this.#asked()
      if (asked >= 0) {
        this.#ask(asked)
        continue
      }
      const message = pool.length > 0 ? pool.take((id) => this.#key(this, id)) : -1
      if (message >= 0) {
        const receiver = pool.receivers[message]!
        if (when === 'before a message' && this.#sleeps(receiver)) this.#wake(receiver)
        if (!this.#ended) this.#process(message, receiver)
        continue
      }
      while (next < initiators.length && !this.#sleeps(initiators[next]!)) next++
      if (next === initiators.length) return { finished: true, time: this.#lastProcessed }
      this.#wake(initiators[next]!)
    }
    return { finished: false, time: this.#lastProcessed }
  }

  /** Who is to be asked for something before anything else happens; −1 if nobody is. */
  #asked(): number {
    if (this.use === null) return -1
    const { askers } = this.use
    const due = askers.due(this.#processed)
    return due < 0 && this.#pool.length === 0 ? askers.soonest() : due
  }

  #ask(processor: number): void {
    const { askers, spans } = this.use!
    const { machine } = this
    this.#time.pass()
    const call = askers.take(processor, this.#processed)
    this.#step?.(processor, -2, call)
    spans.begin(-1)
    this.#meet(processor)
    this.#depth = 0
    machine.now = this.#time.now
    machine.begin(processor)
    invoke(machine, machine.clients!, call)
    this.#send(processor)
  }

  #sleeps(processor: number): boolean {
    return this.#initiates[processor] === 1 && this.machine.asleep(processor)
  }

  #wake(processor: number): void {
    this.#time.pass()
    this.#begin(processor)
  }

  /** Wakes a processor without letting time go on. */
  #begin(processor: number): void {
    this.#step?.(processor, -1)
    this.use?.spans.begin(-1)
    this.#meet(processor)
    this.#depth = 0
    this.machine.now = this.#time.now
    this.machine.begin(processor)
    this.machine.wake()
    this.#send(processor)
  }

  #process(message: number, receiver: number): void {
    const { machine } = this
    const pool = this.#pool
    this.#step?.(receiver, message)
    this.use?.spans.begin(message)
    this.#processed++
    this.#meet(receiver)
    this.#time.pass()
    this.#time.processed(pool.deadlines[message]!)
    this.#lastProcessed = this.#time.now
    this.#depth = pool.depths[message]!
    this.heard[receiver]!++
    this.active[receiver] = 1
    const payload = pool.payloads[message]!
    if (machine.terminated(receiver)) return machine.payloads.drop(payload)
    machine.now = this.#time.now
    machine.begin(receiver)
    machine.receive(pool.slots[message]! - machine.firstSlot, payload)
    this.#send(receiver)
  }

  #meet(processor: number): void {
    if (this.machine.asleep(processor)) this.order.push(processor)
  }

  #send(sender: number): void {
    const { machine } = this
    machine.count()
    machine.route()
    const { outbox } = machine
    if (outbox.length > 0) {
      this.active[sender] = 1
      const deadline = this.#time.sent(outbox.length)
      const first = this.#pool.add(machine.graph, outbox, this.#depth + 1, deadline)
      this.use?.spans.send(outbox.length)
      this.#pool.enter(first, (id) => this.#key(this, id))
      outbox.clear()
    }
    if (this.ends?.(sender) === true) this.#ended = true
  }
}
