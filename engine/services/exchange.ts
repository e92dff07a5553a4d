import { ModelError } from '../errors.ts'
import type { Call, Crossing, HistoryEvent, Service, Standing, Value } from '../model/index.ts'
import { standingAfter, unasked } from './standing.ts'

/**
 * What crosses the interface of the processors in one execution, event by event in the order of time. It numbers the
 * operations, knows which are pending, refuses what may not be, and tells everything to those who listen.
 */
export class Exchange {
  readonly service: Service
  /** How many operations have been asked for. */
  #invoked = 0
  readonly #standings: Standing[]
  /** By processor, the number of the operation that it was asked for last, and when. */
  readonly #ids: Float64Array
  readonly #times: Float64Array
  readonly #listeners: ((event: HistoryEvent) => void)[] = []

  constructor(service: Service, n: number) {
    this.service = service
    this.#standings = Array.from({ length: n }, () => unasked)
    this.#ids = new Float64Array(n)
    this.#times = new Float64Array(n)
  }

  listen(listener: (event: HistoryEvent) => void): void {
    this.#listeners.push(listener)
  }

  /** How things stand with a processor. */
  standing(processor: number): Standing {
    return this.#standings[processor]!
  }

  isPending(processor: number): boolean {
    return this.#standings[processor]!.pending !== null
  }

  invoke(processor: number, time: number, { operation, argument }: Call): void {
    const given = argument === undefined ? {} : { argument }
    this.cross(processor, time, { kind: 'invocation', operation, ...given })
  }

  respond(processor: number, time: number, result?: Value): void {
    this.cross(processor, time, { kind: 'response', ...(result !== undefined && { result }) })
  }

  output(processor: number, time: number, output: string, value?: Value): void {
    this.cross(processor, time, { kind: 'output', output, ...(value !== undefined && { value }) })
  }

  /** Throws a ModelError if it may not be. */
  cross(processor: number, time: number, crossing: Crossing): void {
    const after = standingAfter(this.service, this.#standings[processor]!, crossing)
    if (typeof after === 'string') throw new ModelError(after)
    this.#standings[processor] = after
    if (crossing.kind === 'invocation') {
      this.#ids[processor] = this.#invoked++
      this.#times[processor] = time
    }
    const event: HistoryEvent =
      crossing.kind === 'output'
        ? { ...crossing, processor, time }
        : { ...crossing, id: this.#ids[processor]!, processor, time }
    for (const listen of this.#listeners) listen(event)
  }

  /** True, or which operation has not been answered, but by those who fail: the one that was asked for first. */
  unanswered(fails: (processor: number) => boolean = () => false): true | string {
    let first = -1
    for (let p = 0; p < this.#ids.length; p++)
      if (this.isPending(p) && !fails(p) && (first < 0 || this.#ids[p]! < this.#ids[first]!)) first = p
    if (first < 0) return true
    return `p_${first} was asked for ${this.#standings[first]!.pending} at time ${this.#times[first]} and never answers`
  }
}
