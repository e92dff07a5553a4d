import { ModelError } from '../errors.ts'
import type { HistoryEvent, Service, Value } from '../model/index.ts'

/** The number of what is not there. */
const none = -1

/**
 * What crosses the interface of the processors in one execution, event by event in the order of time. It numbers the
 * operations, knows which are pending, refuses what no algorithm may do, and tells everything to those who listen.
 */
export class Exchange {
  readonly service: Service
  /** How many operations have been asked for. */
  invoked = 0
  /** By processor, the number of the operation that is pending there, and what and when it is. */
  readonly #pending: Float64Array
  readonly #operations: string[]
  readonly #times: Float64Array
  readonly #listeners: ((event: HistoryEvent) => void)[] = []

  constructor(service: Service, n: number) {
    this.service = service
    this.#pending = new Float64Array(n).fill(none)
    this.#operations = new Array<string>(n)
    this.#times = new Float64Array(n)
  }

  listen(listener: (event: HistoryEvent) => void): void {
    this.#listeners.push(listener)
  }

  isPending(processor: number): boolean {
    return this.#pending[processor] !== none
  }

  invoke(processor: number, time: number, operation: string, argument?: Value): void {
    const id = this.invoked++
    if (this.service.operations[operation]!.unanswered !== true) {
      this.#pending[processor] = id
      this.#operations[processor] = operation
      this.#times[processor] = time
    }
    this.#tell({
      kind: 'invocation',
      id,
      processor,
      time,
      operation,
      ...(argument !== undefined && { argument }),
    })
  }

  /** Throws a ModelError if nothing is pending at the processor. */
  respond(processor: number, time: number, result?: Value): void {
    const id = this.#pending[processor]!
    if (id === none)
      throw new ModelError('responds, but no operation is pending there; each is answered once, p.respond()')
    this.#pending[processor] = none
    this.#tell({ kind: 'response', id, processor, time, ...(result !== undefined && { result }) })
  }

  /** Throws a ModelError if the service has no such output. */
  output(processor: number, time: number, output: string, value?: Value): void {
    const { name, outputs = [] } = this.service
    if (!outputs.includes(output))
      throw new ModelError(
        `gives the output “${output}”, but the outputs of ${name} are: ${outputs.join(', ') || 'none'}`,
      )
    this.#tell({ kind: 'output', processor, time, output, ...(value !== undefined && { value }) })
  }

  /** True, or which operation has not been answered: the one that was asked for first. */
  unanswered(): true | string {
    let first = none
    for (let p = 0; p < this.#pending.length; p++)
      if (this.isPending(p) && (first === none || this.#pending[p]! < this.#pending[first]!)) first = p
    if (first === none) return true
    return `p_${first} was asked for ${this.#operations[first]} at time ${this.#times[first]} and never answers`
  }

  #tell(event: HistoryEvent): void {
    for (const listen of this.#listeners) listen(event)
  }
}
