import {
  type AnyAlgorithm,
  type Cell,
  type Execution,
  endOf,
  type Header,
  headerOf,
  type Judgement,
  type PreparedCell,
  Recorder,
} from '../../engine/index.ts'
import { recordedModule } from './module-of.ts'
import { ownFamilies, wrapperNames } from './own-families.ts'

/** Takes in the record of an execution: blocks of whole lines, each of which is overwritten after the call. */
export interface RecordSink {
  /** Called first. */
  begin(header: Header, algorithm: AnyAlgorithm, prepared: PreparedCell): void
  write(block: Uint8Array): void
  /** Called last, if the record is complete. */
  finish(): void
}

/** Records the execution of a cell. */
export class CellRecording {
  readonly observer: Recorder
  readonly #sinks: readonly RecordSink[]

  /** `named.cell` is what the header says was run; null if it is not quite what was. */
  constructor(
    algorithm: AnyAlgorithm,
    named: { readonly cell: Cell | null; readonly seed: number },
    prepared: PreparedCell,
    sinks: readonly RecordSink[],
  ) {
    const { instance, setting, timing } = prepared
    const header = headerOf({
      algorithm: algorithm.name,
      module: recordedModule(algorithm),
      families: named.cell === null ? [] : familiesOf(algorithm, named.cell),
      instance,
      setting,
      plan: prepared.faults,
      bounded: timing.kind === 'synchronous' || timing.delays.kind === 'constant' || timing.delays.bounded,
      fifo: algorithm.requires.fifo === true || (timing.kind === 'asynchronous' && timing.fifo === true),
      ...named,
    })
    this.#sinks = sinks
    for (const sink of sinks) sink.begin(header, algorithm, prepared)
    this.observer = new Recorder(header, instance.network, (block) => {
      for (const sink of sinks) sink.write(block)
    })
  }

  /** Writes the end. `detail` says why the execution ended so; null if all is well. */
  finish(execution: Execution, judgements: readonly Judgement[], detail: string | null): void {
    this.observer.finish(endOf(execution, judgements, this.observer.events, detail))
    for (const sink of this.#sinks) sink.finish()
  }
}

/** The modules of the families of users' own that a cell's specs name. */
function familiesOf(algorithm: AnyAlgorithm, { topology, delay, wakeup }: Cell): string[] {
  const over = wrapperNames([algorithm])
  const specs = { topology: [topology], delay: delay === null ? [] : [delay], wakeup: [wakeup], over }
  const modules = ownFamilies(specs).map(({ family }) => family.module)
  return [...new Set(modules)].filter((module) => module !== '')
}
