import type { HistoryEvent } from '../../model/index.ts'
import { passage } from '../model/index.ts'
import type { OperationListener } from './machine.ts'

/** Keeps the history of a run: when operations were invoked, and when they were answered. */
export class HistoryRecorder implements OperationListener {
  readonly history: HistoryEvent[] = []
  /** The time of the step that is taken. */
  time = 0
  readonly #pending: Int32Array
  #count = 0

  constructor(n: number) {
    this.#pending = new Int32Array(n)
  }

  begins(processor: number, operation: number): void {
    const id = this.#count++
    this.#pending[processor] = id
    this.history.push({ kind: 'invocation', processor, time: this.time, id, operation: passage[operation]! })
  }

  ends(processor: number): void {
    this.history.push({ kind: 'response', processor, time: this.time, id: this.#pending[processor]! })
  }
}
