import {
  type SharedExecution,
  type SharedHeader,
  type SharedJudgement,
  type SharedMemoryAlgorithm,
  SharedRecorder,
  type SharedRun,
  sharedEndOf,
  sharedHeaderOf,
} from '../../../engine/index.ts'
import { recordedModule } from '../module-of.ts'
import { shellOf } from './shell.ts'

/** Takes in the record of an execution on shared memory: blocks of whole lines. */
export interface SharedRecordSink {
  /** Called first. */
  begin(header: SharedHeader, algorithm: SharedMemoryAlgorithm): void
  write(block: Uint8Array): void
  /** Called last, if the record is complete. */
  finish(): void
}

/** Records the execution of a cell of shared memory. */
export class SharedRecording {
  readonly listener: SharedRecorder
  readonly #sinks: readonly SharedRecordSink[]

  constructor(algorithm: SharedMemoryAlgorithm, run: SharedRun, sinks: readonly SharedRecordSink[]) {
    const { n } = run
    const header = sharedHeaderOf(algorithm, { ...run, module: moduleOfShared(algorithm) })
    const states = Array.from({ length: n }, (_, i) => algorithm.initially({ i, n }))
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
export const moduleOfShared = (algorithm: SharedMemoryAlgorithm): string | null =>
  recordedModule(shellOf(algorithm))
