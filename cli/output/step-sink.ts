import {
  type AnyAlgorithm,
  carryOut,
  ExecutionChecker,
  type Header,
  LiveRecord,
  type PreparedCell,
  type Step,
} from '../../engine/index.ts'
import type { RecordSink } from '../../experiments/index.ts'

/** Tells of every event of an execution while it is recorded. */
export class StepSink implements RecordSink {
  readonly #onStep: (step: Step, checker: ExecutionChecker) => void
  #checker: ExecutionChecker | null = null
  readonly #live = new LiveRecord((event) => this.#onStep(carryOut(this.#checker!, event), this.#checker!))

  constructor(onStep: (step: Step, checker: ExecutionChecker) => void) {
    this.#onStep = onStep
  }

  begin(header: Header, algorithm: AnyAlgorithm, { instance }: PreparedCell): void {
    this.#checker = new ExecutionChecker(header, algorithm, instance)
  }

  write(block: Uint8Array): void {
    this.#live.write(block)
  }

  finish(): void {}
}
