import type { FaultPlan } from '../../faults/index.ts'
import type { Graph } from '../../topology/graph.ts'
import type { Outbox } from '../transit/outbox.ts'
import { isMessage } from '../transit/parcels.ts'
import type { Payloads } from '../transit/payloads.ts'
import type { Actions } from './actions.ts'
import type { Observer } from './observer.ts'
import type { Statuses } from './statuses.ts'
import type { Timers } from './timers.ts'

/** The processor at work and what is around it. */
interface AtWork {
  readonly current: number
  readonly firstSlot: number
  readonly now: number
  readonly graph: Graph
  readonly outbox: Outbox
  readonly payloads: Payloads
  readonly statuses: Statuses
  readonly timers: Timers | null
  readonly actions: Pick<Actions, 'sizes'>
  readonly observer: Observer | null
}

/** What arrives together. */
interface Arriving {
  readonly slots: Uint32Array
  readonly receivers: Uint32Array
  readonly payloads: Uint32Array
  length: number
}

/**
 * The faults of one execution, as they happen: which processors have failed, and what becomes of what each event sends.
 * Only executions with faults have it, so that all others pay nothing.
 */
export class Failures {
  readonly plan: FaultPlan
  /** Those that have failed so far; Byzantine ones from the beginning. */
  readonly failed: Set<number>
  /** Messages that were sent and do not count: those of liars. */
  uncounted = 0
  /** Whether the execution has ended. */
  over = false
  readonly #crashed: Uint8Array
  #anyCrashed = false
  /** By processor that has crashed, when it comes back; absent: never. */
  readonly #back = new Map<number, number>()
  /** When the processor comes back that has just crashed; Infinity: none has, or never. */
  #latest = Number.POSITIVE_INFINITY
  /** Processors that terminated in an earlier event: they take no steps, so they do not fail any more. */
  readonly #done: Uint8Array
  /** Slots and handles of what arrives twice, of the event at work. */
  readonly #copies: number[] = []

  constructor(plan: FaultPlan, n: number) {
    this.plan = plan
    this.failed = new Set(plan.liars.keys())
    this.#crashed = new Uint8Array(n)
    this.#done = new Uint8Array(n)
  }

  /** Whether a processor is faulty: while the execution runs, whether it may fail; then, whether it has. */
  isFaulty(processor: number): boolean {
    return this.over ? this.failed.has(processor) : this.plan.mayFail(processor)
  }

  hasCrashed(processor: number): boolean {
    return this.#crashed[processor] === 1
  }

  /** How many are down that will come back. */
  get awaited(): number {
    return this.#back.size
  }

  /** Whether a processor is down until now. */
  comesBack(processor: number, now: number): boolean {
    const back = this.#back.get(processor)
    return back !== undefined && back <= now
  }

  /** The processor is up again. */
  recover(processor: number): void {
    this.#back.delete(processor)
    this.#crashed[processor] = 0
    this.#done[processor] = 0
  }

  /** When the processor comes back that has just crashed, to be asked once; Infinity if none has, or never. */
  takeBack(): number {
    const latest = this.#latest
    this.#latest = Number.POSITIVE_INFINITY
    return latest
  }

  isLiar(processor: number): boolean {
    return this.plan.liars.has(processor)
  }

  /** How many of those that have not terminated are liars. */
  runningLiars(statuses: Statuses): number {
    let running = 0
    for (const processor of this.plan.liars.keys()) if (!statuses.terminated(processor)) running++
    return running
  }

  /** Whether what arrives at a processor now is gone. */
  isDown(processor: number, now: number): boolean {
    return this.#crashed[processor] === 1 && !this.comesBack(processor, now)
  }

  /** Takes what arrives at crashed processors away. */
  filter(arrivals: Arriving, { payloads: contents, now }: Pick<AtWork, 'payloads' | 'now'>): void {
    if (!this.#anyCrashed) return
    const { slots, receivers, payloads, length } = arrivals
    let kept = 0
    for (let i = 0; i < length; i++) {
      if (this.isDown(receivers[i]!, now)) {
        if (isMessage(payloads[i]!)) contents.drop(payloads[i]!)
        continue
      }
      slots[kept] = slots[i]!
      receivers[kept] = receivers[i]!
      payloads[kept++] = payloads[i]!
    }
    arrivals.length = kept
  }

  /** Ends an event: does to what it sent what the plan says. Returns how many messages count. */
  endEvent(machine: AtWork): number {
    const processor = machine.current
    const liar = this.plan.liars.get(processor)
    if (liar !== undefined) machine.observer?.lies?.()
    liar?.ends?.()
    if (this.#done[processor] === 1) return 0
    const last = this.plan.isLast(processor, machine.now)
    const counted = this.#strike(machine, last)
    if (last) this.#crash(machine)
    if (machine.statuses.terminated(processor)) this.#done[processor] = 1
    return counted
  }

  /** Gives each message that the event sent its fate. */
  #strike(
    { outbox, payloads, graph, now, current, firstSlot, actions, observer }: AtWork,
    last: boolean,
  ): number {
    const lies = this.isLiar(current)
    // Whoever comes back does not fail.
    const pauses = last && this.plan.backAt(current, now) < Number.POSITIVE_INFINITY
    const { counted: begin, length } = outbox
    let [kept, counted] = [begin, 0]
    if (this.#copies.length > 0) this.#copies.length = 0
    for (let i = begin; i < length; i++) {
      const [slot, handle] = [outbox.slots[i]!, outbox.payloads[i]!]
      const receiver = graph.neighbor(current, slot - firstSlot)
      const fate = this.plan.fate(current, receiver, now, last)
      if (fate === 'omitted' && !pauses) this.failed.add(current)
      else if (fate === 'unheard') this.failed.add(receiver)
      const message = payloads.messages[handle]!
      if (lies || fate === 'omitted') payloads.uncount(handle)
      else {
        counted++
        actions.sizes?.add(message, 1, current)
      }
      if (lies && fate !== 'omitted') this.uncounted++
      if (fate === 'sent' || fate === 'twice') {
        outbox.slots[kept] = slot
        outbox.payloads[kept++] = handle
        if (fate === 'twice') this.#copies.push(slot, handle)
        continue
      }
      observer?.strays?.(i - begin, slot, message, fate)
      payloads.drop(handle)
    }
    outbox.length = kept
    const copies = this.#copies
    for (let i = 0; i < copies.length; i += 2) {
      payloads.keep(copies[i + 1]!)
      outbox.add(current, copies[i]!, copies[i + 1]!)
    }
    if (copies.length > 0) observer?.copies?.(copies.length / 2)
    return counted
  }

  /** The processor at work takes no more steps. Whoever only takes no steps is as one that has terminated. */
  #crash({ statuses, timers, current, now, observer }: AtWork): void {
    this.#latest = this.plan.backAt(current, now)
    this.plan.crashed(current, now)
    this.#crashed[current] = 1
    this.#anyCrashed = true
    if (this.#latest === Number.POSITIVE_INFINITY) this.failed.add(current)
    else this.#back.set(current, this.#latest)
    timers?.clear(current)
    statuses.terminate(current)
    observer?.crashes?.(this.#latest)
  }
}
