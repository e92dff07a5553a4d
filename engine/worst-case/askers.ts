import type { Call } from '../model/index.ts'
import type { Machine } from '../simulation/machine/machine.ts'

/** When those who use the processors of a scheduled execution ask. */
export interface AskPlan {
  /**
   * How many messages are processed, anywhere, between the moment from which a processor can be asked for its next
   * operation, the `turn`-th, and the moment at which it is. Infinity: until nothing is in transit.
   */
  wait(processor: number, turn: number, call: Call): number
  /** Of those who can be asked at one moment, the least comes first. */
  rank(processor: number): number
}

/** Those who use the processors of a scheduled execution: each asks for one operation after the other. */
export class Askers {
  readonly #machine: Machine
  readonly #calls: readonly (readonly Call[])[]
  readonly #plan: AskPlan
  /** By processor: how often it was asked, and from when on it is to be asked again, in messages processed. */
  readonly #turns: Uint32Array
  readonly #times: Float64Array
  /** The processors by rank. */
  readonly #order: readonly number[]

  constructor(machine: Machine, calls: readonly (readonly Call[])[], plan: AskPlan) {
    this.#machine = machine
    this.#calls = calls
    this.#plan = plan
    this.#turns = new Uint32Array(calls.length)
    this.#times = new Float64Array(calls.length)
    this.#order = [...calls.keys()].sort((p, q) => plan.rank(p) - plan.rank(q) || p - q)
    for (let p = 0; p < calls.length; p++) this.#await(p, 0)
    machine.clients!.exchange.listen((event) => {
      if (event.kind === 'response') this.#times[event.processor] = Number.NaN
    })
  }

  /** Who is to be asked now that so many messages were processed; −1 if nobody is. */
  due(processed: number): number {
    for (const p of this.#order) {
      // It has answered since.
      if (Number.isNaN(this.#times[p]!)) this.#await(p, processed)
      if (this.#times[p]! <= processed && this.#canBeAsked(p)) return p
    }
    return -1
  }

  /** Who is to be asked where nothing is in transit; −1 if nobody is left. */
  soonest(): number {
    let soonest = -1
    for (const p of this.#order)
      if (this.#canBeAsked(p) && (soonest < 0 || this.#times[p]! < this.#times[soonest]!)) soonest = p
    return soonest
  }

  /** What a processor is asked for. */
  take(processor: number, processed: number): Call {
    const call = this.#calls[processor]![this.#turns[processor]!]!
    this.#turns[processor]!++
    this.#await(processor, processed)
    return call
  }

  #await(processor: number, processed: number): void {
    const turn = this.#turns[processor]!
    const call = this.#calls[processor]![turn]
    this.#times[processor] =
      call === undefined ? Number.POSITIVE_INFINITY : processed + this.#plan.wait(processor, turn, call)
  }

  #canBeAsked(processor: number): boolean {
    if (this.#turns[processor]! >= this.#calls[processor]!.length) return false
    return !this.#machine.clients!.exchange.isPending(processor) && !this.#machine.terminated(processor)
  }
}
