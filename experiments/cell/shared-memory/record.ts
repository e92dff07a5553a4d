import {
  type AnySharedAlgorithm,
  initialSharedStates,
  type SharedExecution,
  type SharedHeader,
  type SharedHeaderParts,
  type SharedJudgement,
  SharedRecorder,
  sharedEndOf,
  sharedHeaderOf,
} from '../../../engine/index.ts'
import { recordedModule } from '../module-of.ts'
import { shellOf } from './shell.ts'

/** Takes in the record of an execution on shared memory: blocks of whole lines. */
export interface SharedRecordSink {
  /** Called first. */
  begin(header: SharedHeader, algorithm: AnySharedAlgorithm): void
  write(block: Uint8Array): void
  /** Called last, if the record is complete. */
  finish(): void
}

/** Records the execution of a cell of shared memory. */
export class SharedRecording {
  readonly listener: SharedRecorder
  readonly #sinks: readonly SharedRecordSink[]

  constructor(algorithm: AnySharedAlgorithm, run: SharedHeaderParts, sinks: readonly SharedRecordSink[]) {
    const header = sharedHeaderOf(algorithm, { module: moduleOfShared(algorithm), ...run })
    const states = initialSharedStates(header, algorithm)
    this.#sinks = sinks
    for (const sink of sinks) sink.begin(header, algorithm)
    this.listener = new SharedRecorder(header, states, (block) => {
      for (const sink of sinks) sink.write(block)
    })
  }

  /** Writes the end. `detail` says why the execution ended so; null if all is well. */
  finish(execution: SharedExecution, judgements: readonly SharedJudgement[], detail: string | null): void {
    this.listener.finish(sharedEndOf(execution, judgements, this.listener, detail))
    for (const sink of this.#sinks) sink.finish()
  }
}

/** The module of an algorithm for shared memory, as records name it; null for the catalogue's. */
export const moduleOfShared = (algorithm: AnySharedAlgorithm): string | null =>
  recordedModule(shellOf(algorithm))
