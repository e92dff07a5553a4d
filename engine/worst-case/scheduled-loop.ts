import type { AnyAlgorithm } from '../model/index.ts'
import type { Machine } from '../simulation/machine/machine.ts'
import { Peek } from './peek.ts'
import { Pool } from './pool.ts'
import type { Key, ScheduleView } from './schedule-view.ts'

/** Who wakes by itself, and when. */
export interface WakePlan {
  /** In this order. */
  readonly initiators: ArrayLike<number>
  /**
   * All at time 0; or the first at time 0 and each other next, but as late as may be; or just before a message would
   * wake it; or, as with `quiet`, when nothing is in transit. Whoever a message wakes first does not wake by itself.
   */
  readonly when: 'at zero' | 'at once' | 'before a message' | 'when quiet'
}

/** How a scheduled execution ended. */
export interface ScheduledEnd {
  /** Whether nothing was left in transit when it ended. */
  readonly finished: boolean
  /** The largest time that delays of at most 1 can give the last message processed. */
  readonly time: number
}

/** Takes the steps of a schedule: the processor, and the number of the message or −1 if it wakes by itself. */
export type StepTaker = (processor: number, message: number) => void

/**
 * An execution in which an adversary decides, step by step, what happens next: a processor wakes by itself, or one
 * message in transit is processed.
 *
 * Its time is that of the latest possible events. Each happens at the earliest deadline in transit, so the messages in
 * transit are always due now or one unit from now, and time goes on when none is due now.
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
  #ended = false
  readonly #initiates: Uint8Array
  #now = 0
  /** How many messages in transit are due now, and one unit from now. */
  #due = 0
  #dueLater = 0
  #lastProcessed = 0
  #depth = 0

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

  #sleeps(processor: number): boolean {
    return this.#initiates[processor] === 1 && this.machine.asleep(processor)
  }

  #wake(processor: number): void {
    this.#pass()
    this.#begin(processor)
  }

  /** Wakes a processor without letting time go on. */
  #begin(processor: number): void {
    this.#step?.(processor, -1)
    this.#meet(processor)
    this.#depth = 0
    this.machine.now = this.#now
    this.machine.begin(processor)
    this.machine.wake()
    this.#send(processor)
  }

  #process(message: number, receiver: number): void {
    const { machine } = this
    const pool = this.#pool
    this.#step?.(receiver, message)
    this.#meet(receiver)
    this.#pass()
    if (pool.deadlines[message] === this.#now) this.#due--
    else this.#dueLater--
    this.#lastProcessed = this.#now
    this.#depth = pool.depths[message]!
    this.heard[receiver]!++
    this.active[receiver] = 1
    const payload = pool.payloads[message]!
    if (machine.terminated(receiver)) return machine.payloads.drop(payload)
    machine.now = this.#now
    machine.begin(receiver)
    machine.receive(pool.slots[message]! - machine.firstSlot, payload)
    this.#send(receiver)
  }

  #meet(processor: number): void {
    if (this.machine.asleep(processor)) this.order.push(processor)
  }

  /** Lets time go on to the earliest deadline in transit. */
  #pass(): void {
    if (this.#due > 0 || this.#dueLater === 0) return
    this.#now++
    this.#due = this.#dueLater
    this.#dueLater = 0
  }

  #send(sender: number): void {
    const { machine } = this
    machine.count()
    machine.route()
    const { outbox } = machine
    if (outbox.length > 0) {
      this.active[sender] = 1
      this.#dueLater += outbox.length
      const first = this.#pool.add(machine.graph, outbox, this.#depth + 1, this.#now + 1)
      this.#pool.enter(first, (id) => this.#key(this, id))
      outbox.clear()
    }
    if (this.ends?.(sender) === true) this.#ended = true
  }
}
