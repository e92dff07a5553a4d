import type { HistoryEvent } from '../../model/index.ts'
import type { Exchange } from '../../services/index.ts'
import type { Request, Workload } from '../../workload/index.ts'

/** Those who use the processors: they ask for operations as their workload has it. */
export class Clients {
  readonly exchange: Exchange
  /** By processor, when it is to be asked next; Infinity if never, or not before it has answered. */
  readonly times: Float64Array
  readonly #workload: Workload
  readonly #requests: (Request | null)[]
  /** By processor, whether the loop knows when it is to be asked next. */
  readonly #known: Uint8Array

  constructor(exchange: Exchange, workload: Workload, n: number) {
    this.exchange = exchange
    this.#workload = workload
    this.times = new Float64Array(n)
    this.#requests = Array.from({ length: n }, () => null)
    this.#known = new Uint8Array(n)
    for (let p = 0; p < n; p++) this.#lookForward(p, 0)
    exchange.listen((event) => this.#hear(event))
  }

  /** Whether everything has been answered, and nothing more will be asked for. */
  get satisfied(): boolean {
    return this.times.every((time, p) => time === Number.POSITIVE_INFINITY && !this.exchange.isPending(p))
  }

  /** Whether the loop has to know of a new time at which a processor is to be asked. From then on it does. */
  isNew(processor: number): boolean {
    if (this.#known[processor] === 1 || this.times[processor] === Number.POSITIVE_INFINITY) return false
    this.#known[processor] = 1
    return true
  }

  /** What a processor is asked for whose time has come. */
  take(processor: number): Request {
    this.times[processor] = Number.POSITIVE_INFINITY
    return this.#requests[processor]!
  }

  /** The processor has terminated, and is asked for nothing more. */
  giveUp(processor: number): void {
    this.times[processor] = Number.POSITIVE_INFINITY
  }

  #hear(event: HistoryEvent): void {
    const { kind, processor, time } = event
    if (kind === 'output' || (kind === 'invocation' && this.exchange.isPending(processor))) return
    this.#lookForward(processor, time)
  }

  #lookForward(processor: number, time: number): void {
    const request = this.#workload.next(processor, time)
    this.#requests[processor] = request
    this.#known[processor] = 0
    this.times[processor] = request === null ? Number.POSITIVE_INFINITY : request.time
  }
}
