import type { HistoryEvent, OperationMeasures, Service } from '../model/index.ts'
import { Contention } from './contention.ts'
import { Deliveries } from './deliveries.ts'
import { isFollowUp } from './follow-ups.ts'
import { difference, type Lapse } from './lapse.ts'

/** Measures a history as it grows; memory does not grow with it. */
export class OperationCosts {
  readonly #service: Service
  readonly #lapse: Lapse
  readonly #contention: Contention | null
  readonly #deliveries: Deliveries | null
  /** By processor, what it was asked for last, and when. */
  readonly #asked: string[]
  readonly #times: Float64Array
  /** By operation, the largest time until it was answered. */
  readonly #largest = new Map<string, number>()
  #completed = 0
  #answered = 0
  #sum = 0
  /** When the last answer or output came. */
  #last = 0

  /** `lapse`: what the times of events mean. */
  constructor(service: Service, n: number, lapse: Lapse = difference) {
    this.#service = service
    this.#lapse = lapse
    this.#asked = new Array<string>(n)
    this.#times = new Float64Array(n)
    this.#contention = service.critical === undefined ? null : new Contention(service.critical, n, lapse)
    this.#deliveries = service.spread === undefined ? null : new Deliveries(service.spread, n, lapse)
  }

  add(event: HistoryEvent): void {
    if (event.kind !== 'invocation') this.#last = event.time
    this.#deliveries?.add(event)
    if (event.kind === 'invocation') this.#invoked(event.processor, event.time, event.operation)
    else if (event.kind === 'response') this.#responded(event.processor, event.time)
  }

  #invoked(processor: number, time: number, operation: string): void {
    this.#asked[processor] = operation
    this.#times[processor] = time
    if (this.#service.operations[operation]!.unanswered === true) this.#completed++
    this.#contention?.invoked(processor, time, operation)
  }

  #responded(processor: number, time: number): void {
    const operation = this.#asked[processor]!
    const took = this.#lapse(this.#times[processor]!, time)
    if (took > (this.#largest.get(operation) ?? Number.NEGATIVE_INFINITY)) this.#largest.set(operation, took)
    if (!isFollowUp(this.#service, operation)) {
      this.#sum += took
      this.#answered++
      this.#completed++
    }
    this.#contention?.responded(processor, time, operation)
  }

  /** What was measured, in units of `unit`. */
  measures(unit: number): OperationMeasures {
    const responses = [...this.#largest].map(([operation, took]) => [operation, took / unit] as const)
    const main = responses.filter(([operation]) => !isFollowUp(this.#service, operation))
    return {
      completed: this.#completed,
      response: main.length === 0 ? null : Math.max(...main.map(([, took]) => took)),
      responseMean: this.#answered === 0 ? null : this.#sum / this.#answered / unit,
      throughput: this.#last === 0 ? null : (this.#completed * unit) / this.#last,
      responses: Object.fromEntries(responses),
      bypass: this.#contention?.bypass ?? null,
      syncDelay: inUnits(this.#contention?.syncDelay, unit),
      delivery: inUnits(this.#deliveries?.largest, unit),
      deliveryMean: inUnits(this.#deliveries?.mean, unit),
    }
  }
}

const inUnits = (time: number | null | undefined, unit: number): number | null =>
  time === null || time === undefined ? null : time / unit
