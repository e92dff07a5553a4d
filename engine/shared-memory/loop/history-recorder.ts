import type { HistoryEvent } from '../../model/index.ts'
import type { OperationListener } from './machine.ts'

/** Keeps the history of a run: when operations were invoked, and when they were answered. */
export class HistoryRecorder implements OperationListener {
  readonly history: HistoryEvent[] = []
  /** The time of the step that is taken. */
  time = 0
  readonly #names: readonly string[]
  readonly #pending: Int32Array
  #count = 0

  /** The names are those of the operations, in their order. */
  constructor(n: number, names: readonly string[]) {
    this.#names = names
    this.#pending = new Int32Array(n)
  }

  begins(processor: number, operation: number, argument: unknown = null): void {
    const id = this.#count++
    this.#pending[processor] = id
    this.history.push({
      kind: 'invocation',
      processor,
      time: this.time,
      id,
      operation: this.#names[operation]!,
      ...(argument !== null && { argument }),
    })
  }

  ends(processor: number, _operation: number, result: unknown = null): void {
    const id = this.#pending[processor]!
    this.history.push({
      kind: 'response',
      processor,
      time: this.time,
      id,
      ...(result !== null && { result }),
    })
  }
}
