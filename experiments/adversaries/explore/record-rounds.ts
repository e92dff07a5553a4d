import {
  type AnyAlgorithm,
  type ComputedInstance,
  endOf,
  headerOf,
  Recorder,
  type RecordedSchedule,
  runRounds,
} from '../../../engine/index.ts'
import { describeOutcome, recordedModule } from '../../cell/index.ts'

/** The execution in rounds on an instance. */
export function recordRounds(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  identifiers: string,
): RecordedSchedule {
  const lines: string[] = []
  const header = headerOf({
    algorithm: algorithm.name,
    module: recordedModule(algorithm),
    instance,
    setting: { timing: 'synchronous', unitDelays: true, identifiers },
    bounded: true,
    fifo: algorithm.requires.fifo === true,
    seed: 0,
  })
  const recorder = new Recorder(header, instance.network, (block) => lines.push(Buffer.from(block).toString()))
  const { execution, judgements } = runRounds(algorithm, instance, identifiers, { observer: recorder })
  recorder.finish(endOf(execution, judgements, recorder.events, describeOutcome(execution.outcome) || null))
  return { lines, instance, execution, judgements }
}
