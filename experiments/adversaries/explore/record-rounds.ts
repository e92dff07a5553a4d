import {
  type AnyAlgorithm,
  type ComputedInstance,
  type Execution,
  endOf,
  headerOf,
  type RecordedSchedule,
  Recorder,
  runRounds,
} from '../../../engine/index.ts'
import { recordedModule } from '../../cell/index.ts'

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
  const recorder = new Recorder(header, instance.network, (block) =>
    lines.push(Buffer.from(block).toString()),
  )
  const { execution, judgements } = runRounds(algorithm, instance, identifiers, { observer: recorder })
  recorder.finish(endOf(execution, judgements, recorder.events, detailOf(execution)))
  return { lines, instance, execution, judgements }
}

/** Why the execution ended as it did, where that needs words. */
export function detailOf({ outcome }: Execution): string | null {
  if (outcome.kind === 'violated') return `${outcome.property}: ${outcome.reason}`
  if (outcome.kind === 'failed')
    return `${outcome.processor === null ? '' : `p_${outcome.processor}: `}${outcome.reason}`
  return outcome.kind === 'budget' ? outcome.reason : null
}
