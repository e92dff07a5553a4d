import type { HistoryEvent, Service, Value } from '../model/index.ts'
import type { Lapse } from './lapse.ts'

/** How long broadcasts take to be delivered. It remembers those alone that are still on their way. */
export class Deliveries {
  /** The largest time from a broadcast to a delivery of it. */
  largest: number | null = null
  readonly #spread: NonNullable<Service['spread']>
  readonly #n: number
  readonly #lapse: Lapse
  readonly #open = new Map<Value, { readonly time: number; missing: number }>()
  /** How many have been delivered everywhere, and how long all of them took together. */
  #everywhere = 0
  #sum = 0

  constructor(spread: NonNullable<Service['spread']>, n: number, lapse: Lapse) {
    this.#lapse = lapse
    this.#spread = spread
    this.#n = n
  }

  /** The mean time from a broadcast until it has been delivered everywhere. */
  get mean(): number | null {
    return this.#everywhere === 0 ? null : this.#sum / this.#everywhere
  }

  add(event: HistoryEvent): void {
    if (event.kind === 'invocation' && event.operation === this.#spread.operation)
      this.#open.set(event.argument, { time: event.time, missing: this.#n })
    else if (event.kind === 'output' && event.output === this.#spread.output)
      this.#delivered((event.value as { readonly value?: Value }).value, event.time)
  }

  #delivered(value: Value, time: number): void {
    const broadcast = this.#open.get(value)
    if (broadcast === undefined) return
    const took = this.#lapse(broadcast.time, time)
    if (this.largest === null || took > this.largest) this.largest = took
    if (--broadcast.missing > 0) return
    this.#everywhere++
    this.#sum += took
    this.#open.delete(value)
  }
}
