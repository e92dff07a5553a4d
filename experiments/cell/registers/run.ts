import {
  type AnyAlgorithm,
  assertRequirements,
  type Cell,
  executeOnMemory,
  InputError,
  type Judgement,
  judge,
  judgeShared,
  type MemoryExecution,
  type MemoryRun,
  memoryCalls,
  memoryObject,
  none,
  type PreparedInstance,
  recordedNetwork,
} from '../../../engine/index.ts'
import type { CellBuilder } from '../builder.ts'
import { recordedModule } from '../module-of.ts'
import type { Row } from '../row.ts'
import { rowOf } from '../run-prepared.ts'
import { SharedRecording, type SharedRecordSink } from '../shared-memory/record.ts'

/** A row with the execution that it is of. */
export interface RegistersResult extends MemoryExecution {
  readonly row: Row
  readonly judgements: readonly Judgement[]
}

/** What the cells of one experiment share. */
interface RegistersContext extends Pick<MemoryRun, 'steps' | 'schedule'> {
  readonly experiment: string
  readonly builder: CellBuilder
  /** Where to record the execution; default: nowhere. */
  readonly record?: readonly SharedRecordSink[]
}

/** What an algorithm over registers runs on: the network of the cell, whose delay is a scheduler. Throws an InputError. */
export function prepareOnMemory(
  algorithm: AnyAlgorithm,
  cell: Cell,
  builder: Pick<CellBuilder, 'prepareInstance'>,
): PreparedInstance {
  const { name } = algorithm
  if (cell.timing !== 'asynchronous')
    throw new InputError(`${name} runs on shared memory, which is asynchronous`)
  if (cell.faults !== none)
    throw new InputError(`${name} runs on shared memory, where nothing fails (${cell.faults})`)
  const prepared = builder.prepareInstance(algorithm, { ...cell, delay: null })
  assertRequirements(algorithm, prepared.instance, cell.timing)
  return prepared
}

/** Runs a cell of an algorithm over registers; measures, judges and describes it. Throws an InputError where it makes no sense. */
export function runRegistersCell(
  algorithm: AnyAlgorithm,
  cell: Cell,
  { builder, experiment, record = [], ...how }: RegistersContext,
): RegistersResult {
  const prepared = prepareOnMemory(algorithm, cell, builder)
  const { instance, setting } = prepared
  const run = { scheduler: cell.delay!, seed: cell.seed, ...how }
  const recording = record.length === 0 ? null : recordingOf(algorithm, prepared, run, record)
  const observed = recording === null ? run : { ...run, listener: recording.listener }
  const executed = executeOnMemory(algorithm, instance, observed)
  const { execution, shared, object } = executed
  const judgements = judge(algorithm, setting, execution)
  const row = rowOf(algorithm, cell, experiment, prepared, execution, judgements)
  recording?.finish(shared, judgeShared(object, instance.network.n, shared), row.detail)
  // Only some schedulers give steps a time, and messages have no delays.
  return { ...executed, row: { ...row, time: shared.measures.time, delay_max: null }, judgements }
}

function recordingOf(
  algorithm: AnyAlgorithm,
  { instance, setting }: PreparedInstance,
  run: MemoryRun,
  sinks: readonly SharedRecordSink[],
): SharedRecording {
  const object = memoryObject(algorithm, instance, run.seed)
  const network = recordedNetwork(instance, setting.identifiers)
  const asked = { ...memoryCalls(instance), n: instance.network.n }
  return new SharedRecording(object, { ...run, ...asked, network, module: recordedModule(algorithm) }, sinks)
}
